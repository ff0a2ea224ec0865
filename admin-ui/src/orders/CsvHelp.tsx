import Box from '@mui/material/Box';
import { Fragment } from 'react';
import { useTranslate } from 'react-admin';
import { Panel } from '../shared/Panel';

/** Columns of the file; the first six must be there. */
const COLUMNS = [
  'number',
  'placed_at',
  'customer_name',
  'line_title',
  'quantity',
  'unit_price',
  'customer_email',
  'customer_phone',
  'currency',
  'delivery_fee',
  'order_discount',
  'handed_over_on',
  'line_discount',
  'category',
  'individually_defined',
] as const;
const NEEDED = 6;

/** What the file must look like, for whoever prepares it. */
export const CsvHelp = ({ open }: { open: boolean }) => {
  const translate = useTranslate();
  if (!open) return null;
  return (
    <Box sx={{ mt: 2 }}>
      <Panel title={translate('order.help.title')}>
        <Box component="ul" sx={{ pl: 2.5, my: 0, typography: 'body2', '& li': { mb: 0.5 } }}>
          <li>{translate('order.help.rows')}</li>
          <li>{translate('order.help.whole')}</li>
          <li>{translate('order.help.sums')}</li>
          <li>{translate('order.help.excel')}</li>
        </Box>
        <Box
          component="dl"
          aria-label={translate('order.help.columns')}
          sx={{
            display: 'grid',
            // On phones the words stand under the name of their column.
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'max-content minmax(0, 1fr)' },
            columnGap: 3,
            mt: 1.5,
            mb: 0,
            typography: 'body2',
            '& dt, & dd': { m: 0, py: { sm: 0.75 } },
            '& dt': { pt: { xs: 1 }, fontWeight: 500 },
            '& dt, & dt + dd': { borderTop: { sm: 1 }, borderColor: { sm: 'divider' } },
          }}
        >
          {COLUMNS.map((column, index) => (
            <Fragment key={column}>
              <dt>
                <code>{column}</code>
              </dt>
              <dd>
                {translate(`order.help.column.${column}`)}
                {index < NEEDED ? '' : ` · ${translate('app.optional')}`}
              </dd>
            </Fragment>
          ))}
        </Box>
      </Panel>
    </Box>
  );
};
