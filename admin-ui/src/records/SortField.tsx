import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useListContext, useTranslate } from 'react-admin';

export interface SortChoice {
  source: string;
  label: string;
}
const ORDERS = ['ASC', 'DESC'] as const;

/** The order of the rows, for a phone: cards have no headings to press. */
export const SortField = ({ choices }: { choices: readonly SortChoice[] }) => {
  const translate = useTranslate();
  const { sort, setSort } = useListContext();
  const options = choices.flatMap(({ source, label }) =>
    ORDERS.map((order) => ({
      field: source,
      order,
      key: `${source} ${order}`,
      text: `${label}, ${translate(`records.order.${order}`)}`,
    })),
  );
  const now = options.find(({ field, order }) => field === sort.field && order === sort.order);
  return (
    <TextField
      select
      id="sort"
      label={translate('records.sort')}
      value={now?.key ?? ''}
      slotProps={{ select: { displayEmpty: true } }}
      onChange={(event) => {
        const chosen = options.find(({ key }) => key === event.target.value);
        if (chosen) setSort({ field: chosen.field, order: chosen.order });
      }}
    >
      {options.map(({ key, text }) => (
        <MenuItem key={key} value={key}>
          {text}
        </MenuItem>
      ))}
    </TextField>
  );
};
