import Add from '@mui/icons-material/Add';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import { useState } from 'react';
import { useCanAccess, useGetList, useTranslate } from 'react-admin';
import { LoadFault } from '../shared/LoadFault';
import { PageTitle } from '../shared/PageTitle';
import type { AuthorityKind } from '../shared/types';
import { AuthorityKindPanel } from './AuthorityKindPanel';
import { AuthorityTermDialog } from './AuthorityTermDialog';

/** The kinds of authorities that may ask about a claim, each with its term; an administrator adds them. */
export const AuthorityTermList = () => {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'authority-terms', action: 'edit' });
  /** The kind that is being changed, or `new`. */
  const [edited, setEdited] = useState<AuthorityKind | 'new' | null>(null);
  const { data, isPending, error, refetch } = useGetList<AuthorityKind>(
    'authority-terms',
    { pagination: { page: 1, perPage: 100 }, sort: { field: 'code', order: 'ASC' }, filter: {} },
    { retry: false },
  );
  return (
    <Box sx={{ maxWidth: 920 }}>
      <PageTitle title={translate('authority.title')} subtitle={translate('authority.text')} />
      {error ? <LoadFault message={error.message} onRetry={() => void refetch()} /> : null}
      {isPending ? (
        <Card sx={{ p: 2 }}>
          <Skeleton height={56} />
        </Card>
      ) : null}
      {canAccess ? (
        <Button
          variant="outlined"
          startIcon={<Add />}
          sx={{ mb: 2 }}
          onClick={() => {
            setEdited('new');
          }}
        >
          {translate('authority.add')}
        </Button>
      ) : null}
      {data?.length === 0 ? <Alert severity="info">{translate('authority.none')}</Alert> : null}
      <Box sx={{ display: 'grid', gap: 2 }}>
        {(data ?? []).map((kind) => (
          <AuthorityKindPanel
            key={kind.id}
            kind={kind}
            onChange={
              canAccess
                ? () => {
                    setEdited(kind);
                  }
                : undefined
            }
          />
        ))}
      </Box>
      {edited === null ? null : (
        <AuthorityTermDialog
          kind={edited === 'new' ? null : edited}
          onClose={() => {
            setEdited(null);
          }}
        />
      )}
    </Box>
  );
};
