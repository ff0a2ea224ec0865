import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState, type SyntheticEvent } from 'react';
import { LinkBase, useTranslate } from 'react-admin';
import { CURRENCIES } from '../../../server/domain/money';
import { LeaveGuard } from '../shared/LeaveGuard';
import { Panel } from '../shared/Panel';
import { LinesEditor } from './LinesEditor';
import { MoneyInput } from './MoneyInput';
import { faultsOf, sumsOf, type Faults, type OrderDraft } from './orderDraft';
import { OrderSums } from './OrderLines';

interface Props {
  initial: OrderDraft;
  /** Saves; answers the server's faults by field, or null when it is done. */
  onSave: (draft: OrderDraft) => Promise<Faults | null>;
  cancelTo: string;
  saveLabel: string;
}

/** The whole of an order to type: facts, customer, lines with their sums. What was typed stays after any error. */
export const OrderForm = ({ initial, onSave, cancelTo, saveLabel }: Props) => {
  const translate = useTranslate();
  const [untouched] = useState(initial);
  const [draft, setDraft] = useState(untouched);
  const [faults, setFaults] = useState<Faults>({});
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<OrderDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
  };
  const errorOf = (field: string) =>
    faults[field] ? translate(faults[field], { _: faults[field] }) : undefined;
  const sums = sumsOf(draft);

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const found = faultsOf(draft);
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    const refused = await onSave(draft);
    setBusy(false);
    if (refused) setFaults(refused);
  };

  const text = (
    field: 'number' | 'customerName' | 'customerEmail' | 'customerPhone' | 'placedAt' | 'handedOverOn',
    label: string,
    more: { type?: string; optional?: boolean } = {},
  ) => (
    <TextField
      id={`order-${field}`}
      fullWidth
      label={translate(label)}
      type={more.type}
      required={false}
      value={draft[field]}
      error={faults[field] !== undefined}
      helperText={errorOf(field) ?? (more.optional ? translate('app.optional') : ' ')}
      onChange={(event) => {
        change({ [field]: event.target.value });
      }}
    />
  );
  const grid = {
    display: 'grid',
    columnGap: 2,
    rowGap: 0.5,
    gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' },
  };

  return (
    <Box component="form" noValidate onSubmit={(event: SyntheticEvent) => void submit(event)}>
      <LeaveGuard unsent={draft !== untouched && !busy} />
      {Object.keys(faults).length > 0 ? (
        <Alert severity="error" sx={{ mb: 2 }}>
          {translate('app.problem.invalid-input')}
        </Alert>
      ) : null}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '1fr 1fr' } }}>
        <Panel title={translate('order.facts')}>
          <Box sx={grid}>
            {text('number', 'records.field.number')}
            <TextField
              id="order-currency"
              select
              label={translate('order.currency')}
              value={draft.currency}
              helperText=" "
              onChange={(event) => {
                change({ currency: event.target.value });
              }}
            >
              {CURRENCIES.map((currency) => (
                <MenuItem key={currency} value={currency}>
                  {translate(`order.currencies.${currency}`, { _: currency })}
                </MenuItem>
              ))}
            </TextField>
            {text('placedAt', 'order.placedAt', { type: 'datetime-local' })}
            {text('handedOverOn', 'order.handedOverOn', { type: 'date', optional: true })}
          </Box>
        </Panel>
        <Panel title={translate('order.customer')}>
          <Box sx={grid}>
            <Box sx={{ gridColumn: '1 / -1' }}>{text('customerName', 'records.field.name')}</Box>
            {text('customerEmail', 'order.email', { type: 'email', optional: true })}
            {text('customerPhone', 'records.field.phone', { type: 'tel', optional: true })}
          </Box>
        </Panel>
      </Box>
      <Box sx={{ mt: 2 }}>
        <Panel title={translate('order.goods')}>
          <LinesEditor
            lines={draft.lines}
            currency={draft.currency}
            errorOf={errorOf}
            onChange={(lines) => {
              change({ lines });
            }}
          />
          <Box
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              columnGap: 2,
              rowGap: 1,
              alignItems: 'flex-start',
              mt: 2,
            }}
          >
            <MoneyInput
              id="order-discountMinor"
              label={translate('order.sums.discount')}
              currency={draft.currency}
              value={draft.discount}
              error={errorOf('discountMinor')}
              onChange={(discount) => {
                change({ discount });
              }}
            />
            <MoneyInput
              id="order-deliveryFeeMinor"
              label={translate('order.sums.delivery')}
              currency={draft.currency}
              value={draft.delivery}
              error={errorOf('deliveryFeeMinor')}
              onChange={(delivery) => {
                change({ delivery });
              }}
            />
            <Box sx={{ flex: 1, minWidth: 240 }}>
              <OrderSums currency={draft.currency} {...sums} />
            </Box>
          </Box>
        </Panel>
      </Box>
      <Box
        sx={{
          position: 'sticky',
          bottom: 0,
          display: 'flex',
          gap: 1,
          py: 1.5,
          bgcolor: 'background.default',
          zIndex: 1,
        }}
      >
        <Button type="submit" variant="contained" loading={busy}>
          {saveLabel}
        </Button>
        <Button component={LinkBase} to={cancelTo} disabled={busy}>
          {translate('app.act.cancel')}
        </Button>
      </Box>
    </Box>
  );
};
