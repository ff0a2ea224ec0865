import List from '@mui/material/List';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemText from '@mui/material/ListItemText';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { formatInstant, formatMoney } from '../../../shared/format';
import { known, partOf, PartState } from '../../../shared/PartState';
import { useLanguage } from '../../../shared/useLanguage';
import type { PaymentRecord } from '../../../unknown-payouts/openRefund';
import { useFailure } from '../useFailure';
import { useWorkspace } from '../WorkspaceContext';
import { ConfirmDialog } from './ConfirmDialog';
import { SEARCH_FROM, SearchLonger } from './SearchLonger';

type FoundPayment = PaymentRecord & { invoiceId: string | null; email: string | null; createdAt: string };

/** Finds a payment that the signs did not: by order number, mail address or the gateway's number. */
export const PaymentDialog = () => {
  const { claim, act, verbs, busy, open, choosePayments } = useWorkspace();
  const failure = useFailure('payment');
  const translate = useTranslate();
  const language = useLanguage();
  const [search, setSearch] = useState(claim.orderNumber ?? claim.customer.email ?? '');
  const [chosen, setChosen] = useState<string | null>(null);
  const asked = search.trim().length >= SEARCH_FROM;
  const query = useGetList<FoundPayment>(
    'payments',
    {
      filter: { q: search.trim() },
      pagination: { page: 1, perPage: 10 },
      sort: { field: 'createdAt', order: 'DESC' },
    },
    { enabled: asked, retry: false },
  );
  const found = asked ? (query.data ?? []) : [];
  const part = partOf(query);
  const close = () => {
    open(null);
  };
  const choose = async () => {
    if (!chosen) return;
    const data = { ...claim, paymentId: chosen };
    if (!(await act('payment', () => verbs.update('claims', { id: claim.id, previousData: claim, data }))))
      return;
    choosePayments([chosen]);
    close();
  };
  return (
    <ConfirmDialog
      open
      title={translate('claim.payment.findTitle')}
      text={translate('claim.payment.findText')}
      confirm={translate('claim.payment.choose')}
      busy={busy === 'payment'}
      disabled={!chosen}
      failure={failure.words}
      onClose={close}
      onConfirm={choose}
    >
      <TextField
        autoFocus
        fullWidth
        label={translate('claim.payment.find')}
        value={search}
        onChange={(event) => {
          setSearch(event.target.value);
          setChosen(null);
        }}
      />
      {asked ? <PartState parts={[part]} /> : <SearchLonger />}
      {asked && found.length === 0 && known(part) ? (
        <Typography variant="body2" color="text.secondary" sx={{ mt: 2 }}>
          {translate('claim.payment.none')}
        </Typography>
      ) : null}
      <List dense component="div">
        {found.map((one) => (
          <ListItemButton
            key={one.id}
            selected={one.id === chosen}
            aria-pressed={one.id === chosen}
            onClick={() => {
              setChosen(one.id);
            }}
          >
            <ListItemText
              primary={[
                formatMoney(one.amountMinor, one.currency),
                translate('claim.payment.number', { number: one.transactionId }),
                one.invoiceId ?? '',
              ]
                .filter(Boolean)
                .join(' · ')}
              secondary={[
                formatInstant(one.createdAt, language, 'short'),
                one.email ?? '',
                translate(`claim.payment.status.${one.status}`, { _: one.status }),
              ]
                .filter(Boolean)
                .join(' · ')}
            />
          </ListItemButton>
        ))}
      </List>
    </ConfirmDialog>
  );
};
