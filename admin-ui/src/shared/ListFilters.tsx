import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useEffect, useState } from 'react';
import { useListContext, useTranslate } from 'react-admin';

export interface FilterChoice {
  field: string;
  values: readonly string[];
  /** Where the words of the values lie; the value is appended. */
  words: string;
}

/** Search as one types, and a choice a field. */
export const ListFilters = ({ search, choices }: { search: boolean; choices: FilterChoice[] }) => {
  const translate = useTranslate();
  const list = useListContext();
  const values = list.filterValues as Record<string, unknown>;
  const { setFilters } = list;
  const [text, setText] = useState(typeof values.q === 'string' ? values.q : '');
  useEffect(() => {
    const known = typeof values.q === 'string' ? values.q : '';
    if (text.trim() === known) return;
    const timer = setTimeout(() => {
      const { q: _old, ...other } = values;
      setFilters(text.trim() ? { ...other, q: text.trim() } : other);
    }, 350);
    return () => {
      clearTimeout(timer);
    };
  }, [text, values, setFilters]);
  if (!search && choices.length === 0) return null;
  return (
    <Box
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, p: 1.5, borderBottom: 1, borderColor: 'divider' }}
    >
      {search ? (
        <TextField
          type="search"
          label={translate('records.search')}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
          sx={{ minWidth: 240 }}
        />
      ) : null}
      {choices.map(({ field, values: options, words }) => (
        <TextField
          key={field}
          select
          label={translate(`records.field.${field}`)}
          value={chosenOf(values[field], options)}
          sx={{ minWidth: 180 }}
          onChange={(event) => {
            const { [field]: _old, ...other } = values;
            setFilters(event.target.value ? { ...other, [field]: event.target.value } : other);
          }}
        >
          <MenuItem value="">{translate('records.any')}</MenuItem>
          {options.map((option) => (
            <MenuItem key={option} value={option}>
              {translate(`${words}.${option}`, { _: option })}
            </MenuItem>
          ))}
        </TextField>
      ))}
    </Box>
  );
};

/** A filter of several values (from a link of the menu) has no single choice to show. */
function chosenOf(value: unknown, options: readonly string[]): string {
  return typeof value === 'string' && options.includes(value) ? value : '';
}
