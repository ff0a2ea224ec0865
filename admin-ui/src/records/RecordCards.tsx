import ExpandMoreOutlined from '@mui/icons-material/ExpandMoreOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { LinkBase, RecordContextProvider, useListContext, useTranslate, type RaRecord } from 'react-admin';
import type { Column } from './columns';
import { NothingHere } from './NothingHere';
import { CellOf } from './RecordCell';
import type { RowsProps } from './RecordTable';

/** The rows on a phone: one card each, with the columns that have a place there. */
export const RecordCards = ({ name, columns, expand, rowClick, emptyAction }: RowsProps) => {
  const { data, isPending } = useListContext<RaRecord>();
  if (isPending) return <CardSkeletons />;
  if (!data || data.length === 0) return <NothingHere name={name}>{emptyAction}</NothingHere>;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {data.map((record) => (
        <RecordContextProvider key={record.id} value={record}>
          <Box component="li" data-testid="record-row" sx={{ borderBottom: 1, borderColor: 'divider' }}>
            {rowClick === 'expand' ? (
              <FoldingCard more={expand}>
                <CardText columns={columns} record={record} />
              </FoldingCard>
            ) : rowClick ? (
              <Box
                component={LinkBase}
                to={`/${name}/${encodeURIComponent(record.id)}${rowClick === 'show' ? '/show' : ''}`}
                sx={{ display: 'block', p: 2, color: 'inherit', textDecoration: 'none' }}
              >
                <CardText columns={columns} record={record} />
              </Box>
            ) : (
              <Box sx={{ p: 2 }}>
                <CardText columns={columns} record={record} />
              </Box>
            )}
          </Box>
        </RecordContextProvider>
      ))}
    </Box>
  );
};

const CardText = ({ columns, record }: { columns: readonly Column[]; record: RaRecord }) => {
  const translate = useTranslate();
  const at = (place: Column['card']) => columns.filter(({ card }) => card === place);
  return (
    <>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', gap: 1.5 }}>
        <Box sx={{ minWidth: 0, fontWeight: 500, '& .MuiTypography-root': { fontWeight: 500 } }}>
          {at('title').map((column) => (
            <CellOf key={column.source} column={{ ...column, width: undefined }} record={record} />
          ))}
        </Box>
        <Box sx={{ flex: 'none', textAlign: 'right' }}>
          {at('side').map((column) => (
            <CellOf key={column.source} column={column} record={record} />
          ))}
        </Box>
      </Box>
      {at('line').map((column) => (
        <Typography
          key={column.source}
          component="div"
          variant="body2"
          sx={{ mt: 0.5, overflowWrap: 'anywhere' }}
        >
          <CellOf column={{ ...column, width: undefined }} record={record} />
        </Typography>
      ))}
      {at('foot').length > 0 ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.25, mt: 0.75 }}>
          {at('foot').map((column) => (
            <Typography key={column.source} component="span" variant="caption" color="text.secondary">
              {translate(column.label ?? `records.field.${column.source}`)}:{' '}
              <Box component="span" sx={{ '& .MuiTypography-root': { fontSize: 'inherit' } }}>
                <CellOf column={{ ...column, width: undefined }} record={record} />
              </Box>
            </Typography>
          ))}
        </Box>
      ) : null}
    </>
  );
};

/** A card that opens in place. Its arrow is the button: the text holds links, which no button may. */
const FoldingCard = ({ children, more }: { children: ReactNode; more: ReactNode }) => {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Box sx={{ display: 'flex', p: 2, pr: 1, gap: 0.5, alignItems: 'flex-start' }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>{children}</Box>
        <IconButton
          aria-expanded={open}
          aria-label={translate(open ? 'ra.action.close' : 'ra.action.expand')}
          onClick={() => {
            setOpen(!open);
          }}
          sx={{ mt: -1.25 }}
        >
          <ExpandMoreOutlined fontSize="small" sx={{ transform: open ? 'rotate(180deg)' : undefined }} />
        </IconButton>
      </Box>
      {open ? more : null}
    </>
  );
};

const CardSkeletons = () => (
  <Box aria-hidden>
    {[1, 2, 3, 4, 5].map((row) => (
      <Box key={row} sx={{ p: 2, borderBottom: 1, borderColor: 'divider' }}>
        <Box sx={{ display: 'flex', justifyContent: 'space-between' }}>
          <Skeleton width="45%" />
          <Skeleton width="20%" />
        </Box>
        <Skeleton width="70%" />
      </Box>
    ))}
  </Box>
);
