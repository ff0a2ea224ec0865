import Search from '@mui/icons-material/Search';
import InputAdornment from '@mui/material/InputAdornment';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useRef, useState } from 'react';
import { useNavigate, useTranslate } from 'react-admin';
import { useNarrow } from '../records/useNarrow';
import { Kbd } from '../shared/Kbd';
import { useHotkeys } from '../shared/useHotkeys';

/** Looks through claims by number, order, name or mail address; Ctrl K puts the cursor here. */
export const SearchField = () => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const narrow = useNarrow();
  useHotkeys({ 'Control+KeyK': () => input.current?.focus() });
  return (
    <form
      role="search"
      style={{ flex: '1 1 auto', maxWidth: 400, minWidth: 0 }}
      onSubmit={(event) => {
        event.preventDefault();
        const filter = text.trim() ? { q: text.trim() } : {};
        navigate(`/claims?${new URLSearchParams({ filter: JSON.stringify(filter), page: '1' }).toString()}`);
      }}
    >
      <OutlinedInput
        fullWidth
        size="small"
        type="search"
        value={text}
        inputRef={input}
        placeholder={translate(narrow ? 'app.search.label' : 'app.search.placeholder')}
        onChange={(event) => {
          setText(event.target.value);
        }}
        inputProps={{ 'aria-label': translate('app.search.label') }}
        startAdornment={
          <InputAdornment position="start">
            <Search fontSize="small" aria-hidden />
          </InputAdornment>
        }
        endAdornment={<Kbd>Ctrl K</Kbd>}
        sx={{
          minHeight: 36,
          fontSize: '0.8125rem',
          '& kbd': { color: 'text.secondary' },
          '& .MuiOutlinedInput-notchedOutline': { borderColor: 'divider' },
        }}
      />
    </form>
  );
};
