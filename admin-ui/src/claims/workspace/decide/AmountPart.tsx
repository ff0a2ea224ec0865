import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { formatMoney } from '../../../shared/format';
import { Money } from '../../../shared/MoneyField';
import type { PaymentCandidate } from '../../../shared/types';
import { deliveryOf, leftOf, type Checked, type Draft } from '../decision';
import { useWorkspace } from '../WorkspaceContext';

interface Props {
  draft: Draft;
  checked: Checked;
  payments: readonly PaymentCandidate[];
  onChange: (part: Partial<Draft>) => void;
}

/** The sum that will leave: read from the claim, from ticked lines, or typed; always beside its limit. */
export const AmountPart = ({ draft, checked, payments, onChange }: Props) => {
  const { claim } = useWorkspace();
  const translate = useTranslate();
  const before = payments.reduce((sum, one) => sum + one.refundedMinor, 0);
  const cap = translate('claim.decide.cap', {
    sum: formatMoney(leftOf(payments), claim.currency),
    before: formatMoney(before, claim.currency),
  });
  const chosen =
    draft.mode === 'lines' ? claim.lines.filter((line) => draft.lines.includes(line.id)) : claim.lines;
  const delivery = deliveryOf(claim, chosen);
  const wrong =
    checked.problem?.key === 'claim.decide.overCap' || checked.problem?.key === 'claim.decide.positive';
  return (
    <Box>
      {draft.mode === 'lines'
        ? claim.lines.map((line) => (
            <Box
              key={line.id}
              sx={{ display: 'flex', alignItems: 'center', borderBottom: 1, borderColor: 'divider' }}
            >
              <FormControlLabel
                sx={{ flex: 1, mr: 1 }}
                control={
                  <Checkbox
                    checked={draft.lines.includes(line.id)}
                    onChange={(event) => {
                      const others = draft.lines.filter((id) => id !== line.id);
                      onChange({ lines: event.target.checked ? [...others, line.id] : others });
                    }}
                  />
                }
                label={<Typography variant="body2">{`${line.title}, ${String(line.quantity)}`}</Typography>}
              />
              <Money minor={line.askedMinor} currency={claim.currency} />
            </Box>
          ))
        : null}
      {draft.mode === 'partial' ? (
        <TextField
          fullWidth
          label={translate('claim.decide.amount')}
          value={draft.amount}
          error={wrong}
          helperText={wrong && checked.problem ? translate(checked.problem.key, checked.problem.args) : cap}
          slotProps={{
            htmlInput: { inputMode: 'decimal', 'data-testid': 'amount' },
            input: { endAdornment: '₸' },
          }}
          onChange={(event) => {
            onChange({ amount: event.target.value });
          }}
        />
      ) : (
        <Box sx={{ mt: draft.mode === 'lines' ? 1.5 : 0 }}>
          <Typography variant="caption" color="text.secondary" component="div">
            {translate('claim.decide.amount')}
          </Typography>
          <Typography variant="h2" component="div" sx={{ fontVariantNumeric: 'tabular-nums' }}>
            {formatMoney(checked.totalMinor, claim.currency)}
          </Typography>
          {delivery > 0 ? (
            <Typography variant="caption" color="text.secondary" component="div">
              {translate('claim.decide.withDelivery', { sum: formatMoney(delivery, claim.currency) })}
            </Typography>
          ) : null}
          <Typography variant="caption" sx={{ color: wrong ? 'error.main' : 'text.secondary' }}>
            {wrong && checked.problem ? translate(checked.problem.key, checked.problem.args) : cap}
          </Typography>
        </Box>
      )}
      {checked.refunds.length > 1
        ? checked.refunds.map((refund) => (
            <Typography key={refund.paymentId} variant="caption" component="div">
              {translate('claim.decide.amountOf', {
                number: payments.find((one) => one.paymentId === refund.paymentId)?.transactionId ?? '',
              })}
              : {formatMoney(refund.amountMinor, claim.currency)}
            </Typography>
          ))
        : null}
    </Box>
  );
};
