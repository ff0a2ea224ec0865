import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { LinkBase, useCanAccess, useGetList, useTranslate, type RaRecord } from 'react-admin';
import { Panel } from '../shared/Panel';
import { partOf, PartState } from '../shared/PartState';

const MOST = 25;

interface Props<T extends RaRecord> {
  /** Resource of the rows. */
  name: string;
  title: string;
  empty: string;
  filter: Record<string, unknown>;
  sort: { field: string; order: 'ASC' | 'DESC' };
  /** One row: what it says at the left and at the right. */
  row: (record: T) => { to?: string; main: ReactNode; under?: ReactNode; side?: ReactNode };
}

/** Records that belong to the one on screen, each a way to its own page. */
export const Related = <T extends RaRecord>({ name, title, empty, filter, sort, row }: Props<T>) => {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: name, action: 'list' });
  const query = useGetList<T>(
    name,
    { filter, sort, pagination: { page: 1, perPage: MOST } },
    { enabled: canAccess === true, retry: false },
  );
  const { data, total } = query;
  if (!canAccess) return null;
  const address = new URLSearchParams({ filter: JSON.stringify(filter) });
  return (
    <Panel
      title={translate(title)}
      aside={
        total ? (
          <Typography variant="body2" color="text.secondary">
            {total}
          </Typography>
        ) : undefined
      }
    >
      <PartState parts={[partOf(query)]} />
      {data?.length === 0 ? (
        <Typography variant="body2" color="text.secondary">
          {translate(empty)}
        </Typography>
      ) : null}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {(data ?? []).map((record) => (
          <RelatedRow key={record.id} {...row(record)} />
        ))}
      </Box>
      {total && total > MOST ? (
        <Link component={LinkBase} to={`/${name}?${address.toString()}`} variant="body2">
          {translate('records.showAll', { count: total })}
        </Link>
      ) : null}
    </Panel>
  );
};

const RelatedRow = ({ to, main, under, side }: ReturnType<Props<RaRecord>['row']>) => {
  const content = (
    <>
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <Typography component="div" variant="body2" sx={{ fontWeight: 500, overflowWrap: 'anywhere' }}>
          {main}
        </Typography>
        {under ? (
          <Typography component="div" variant="caption" color="text.secondary">
            {under}
          </Typography>
        ) : null}
      </Box>
      <Box sx={{ flex: 'none', textAlign: 'right' }}>{side}</Box>
    </>
  );
  const look = {
    display: 'flex',
    gap: 1.5,
    alignItems: 'center',
    py: 1,
    color: 'inherit',
    textDecoration: 'none',
  };
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
      {to ? (
        <Box component={LinkBase} to={to} sx={{ ...look, '&:hover': { bgcolor: 'action.hover' } }}>
          {content}
        </Box>
      ) : (
        <Box sx={look}>{content}</Box>
      )}
    </Box>
  );
};
