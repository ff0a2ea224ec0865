import SearchOutlined from '@mui/icons-material/SearchOutlined';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useEffect, useState } from 'react';
import { useListContext, useTranslate, type RaRecord } from 'react-admin';
import { withFilter, type FilterValues } from './filterValues';

const PAUSE_MS = 350;

/** Searches when the typing pauses. */
export const SearchBox = ({ label }: { label: string }) => {
  const translate = useTranslate();
  const list = useListContext<RaRecord>();
  const { setFilters } = list;
  const values = list.filterValues as FilterValues;
  const known = typeof values.q === 'string' ? values.q : '';
  const [text, setText] = useState(known);
  const [shown, setShown] = useState(known);
  if (shown !== known) {
    // The search was changed elsewhere: by a link, or by "clear".
    setShown(known);
    if (text.trim() !== known) setText(known);
  }
  useEffect(() => {
    if (text.trim() === known) return;
    const timer = setTimeout(() => {
      setFilters(withFilter(values, 'q', text.trim()));
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [text, known, values, setFilters]);
  return (
    <TextField
      type="search"
      id="record-search"
      label={translate('records.search')}
      placeholder={label}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
      }}
      slotProps={{
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <SearchOutlined fontSize="small" />
            </InputAdornment>
          ),
        },
      }}
      sx={{ flex: { xs: '1 1 100%', md: '0 1 320px' } }}
    />
  );
};
