import List from '@mui/material/List';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemText from '@mui/material/ListItemText';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { known, partOf, PartState } from '../../../shared/PartState';
import type { Claim } from '../../../shared/types';
import { useFailure } from '../useFailure';
import { useWorkspace } from '../WorkspaceContext';
import { ConfirmDialog } from './ConfirmDialog';
import { SEARCH_FROM, SearchLonger } from './SearchLonger';

/** Finds the claim that this one repeats; starts with the other claims of the same mail address. */
export const DuplicateDialog = () => {
  const { claim, act, verbs, busy, open } = useWorkspace();
  const failure = useFailure('duplicate');
  const translate = useTranslate();
  const [search, setSearch] = useState(claim.customer.email ?? '');
  const [chosen, setChosen] = useState<string | null>(null);
  const asked = search.trim().length >= SEARCH_FROM;
  const query = useGetList<Claim>(
    'claims',
    {
      filter: { q: search.trim() },
      pagination: { page: 1, perPage: 10 },
      sort: { field: 'createdAt', order: 'DESC' },
    },
    { enabled: asked, retry: false },
  );
  const part = partOf(query);
  const others = (asked ? (query.data ?? []) : []).filter((one) => one.id !== claim.id);
  const close = () => {
    open(null);
  };
  return (
    <ConfirmDialog
      open
      title={translate('claim.duplicate.title')}
      confirm={translate('claim.duplicate.confirm')}
      busy={busy === 'duplicate'}
      disabled={!chosen}
      failure={failure.words}
      onClose={close}
      onConfirm={async () => {
        if (chosen && (await act('duplicate', (seen) => verbs.markDuplicate(seen, chosen)))) close();
      }}
    >
      <TextField
        autoFocus
        fullWidth
        label={translate('claim.duplicate.find')}
        value={search}
        onChange={(event) => {
          setSearch(event.target.value);
          setChosen(null);
        }}
      />
      {asked ? <PartState parts={[part]} /> : <SearchLonger />}
      {asked && others.length === 0 && known(part) ? (
        <Typography variant="body2" color="text.secondary" sx={{ mt: 2 }}>
          {translate('claim.duplicate.none')}
        </Typography>
      ) : null}
      <List dense component="div">
        {others.map((one) => (
          <ListItemButton
            key={one.id}
            selected={one.id === chosen}
            aria-pressed={one.id === chosen}
            onClick={() => {
              setChosen(one.id);
            }}
          >
            <ListItemText
              primary={`${one.number} · ${one.customer.name ?? one.customer.email ?? ''}`}
              secondary={translate(`claim.state.${one.state}`)}
            />
          </ListItemButton>
        ))}
      </List>
    </ConfirmDialog>
  );
};
