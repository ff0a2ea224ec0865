import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { REASON_CODES } from '../../../../../server/domain/claim';
import { formatMoney } from '../../../shared/format';
import { Kbd } from '../../../shared/Kbd';
import { useHotkeys } from '../../../shared/useHotkeys';
import { checkDraft, type DecisionMode, type Draft } from '../decision';
import { ConfirmDialog } from '../dialogs/ConfirmDialog';
import { useFailure } from '../useFailure';
import { useWorkspace } from '../WorkspaceContext';
import { AmountPart } from './AmountPart';
import { firstDraft, REJECT_REASONS } from './firstDraft';
import { LetterLink } from './LetterLink';

const MODES: DecisionMode[] = ['whole', 'lines', 'partial', 'reject'];

/** How much to refund and why, or a rejection; nothing leaves before somebody else approves. */
export const ProposePanel = () => {
  const { claim, act, verbs, busy, chosenPayments } = useWorkspace();
  const failure = useFailure('propose');
  const translate = useTranslate();
  const [draft, setDraft] = useState<Draft>(() => firstDraft(claim));
  const [asking, setAsking] = useState(false);
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part });
  };

  const candidates = claim.paymentCandidates ?? [];
  const payments = chosenPayments.flatMap((id) => candidates.filter((one) => one.paymentId === id));
  const checked = checkDraft(draft, claim, payments);
  const open = claim.checklist.filter((item) => item.required && item.ok !== true);
  const rejects = draft.mode === 'reject';
  const blocked = open.length > 0 && !rejects;
  const sum = formatMoney(checked.totalMinor, claim.currency);
  const reasons = REASON_CODES.filter((code) => REJECT_REASONS.has(code) === rejects || code === 'other');
  const reasonOf = (mode: DecisionMode) => (mode === 'reject' ? '' : firstDraft(claim).reasonCode);
  const ask = () => {
    if (!checked.problem && !blocked) setAsking(true);
  };
  useHotkeys({
    'Control+Enter': ask,
    KeyA: () => {
      if (rejects) change({ mode: 'whole', reasonCode: reasonOf('whole') });
    },
    KeyX: () => {
      change({ mode: 'reject', reasonCode: '' });
    },
  });

  const send = async () => {
    const { refunds } = checked;
    const { reasonCode, note } = draft;
    const outcome = rejects ? 'reject' : 'refund';
    const done = await act(
      'propose',
      (seen) => verbs.propose(seen, { outcome, refunds, reasonCode, note }),
      'app.sent',
    );
    if (done) setAsking(false);
  };

  return (
    <Stack spacing={2}>
      <ToggleButtonGroup
        exclusive
        fullWidth
        size="small"
        value={draft.mode}
        aria-label={translate('claim.decide.how')}
        onChange={(_event, mode: DecisionMode | null) => {
          if (mode) change({ mode, ...((mode === 'reject') !== rejects && { reasonCode: reasonOf(mode) }) });
        }}
      >
        {MODES.map((mode) => (
          <ToggleButton
            key={mode}
            value={mode}
            disabled={mode === 'lines' && claim.lines.length === 0}
            sx={{ textTransform: 'none', px: 0.5 }}
          >
            {translate(`claim.decide.${mode}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {rejects ? null : <AmountPart draft={draft} checked={checked} payments={payments} onChange={change} />}
      <TextField
        select
        label={translate('claim.decide.reason')}
        value={draft.reasonCode}
        onChange={(event) => {
          change({ reasonCode: event.target.value });
        }}
        slotProps={{ htmlInput: { 'data-testid': 'reason-code' } }}
      >
        {reasons.map((code) => (
          <MenuItem key={code} value={code}>
            {translate(`claim.reason.${code}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        multiline
        minRows={2}
        label={translate(rejects ? 'claim.decide.noteReject' : 'claim.decide.note')}
        helperText={rejects ? undefined : translate('app.optional')}
        value={draft.note}
        onChange={(event) => {
          change({ note: event.target.value });
        }}
      />
      <LetterLink
        request={{
          kind: rejects ? 'decision_reject' : 'decision_refund',
          reasonCode: draft.reasonCode || undefined,
          // The note of a refund is for the manager alone.
          ...(rejects ? { note: draft.note } : { amountMinor: checked.totalMinor, refunds: checked.refunds }),
        }}
      />
      {blocked ? (
        <Alert severity="warning">
          {translate('claim.decide.blocked', {
            list: open.map((item) => translate(`claim.check.${item.code}`, { _: item.code })).join(', '),
          })}
        </Alert>
      ) : null}
      <Box>
        <Button
          fullWidth
          variant="contained"
          size="large"
          data-testid="propose"
          disabled={checked.problem !== null || blocked || busy !== null}
          onClick={ask}
        >
          {translate('claim.decide.submit')}
          {rejects || checked.problem ? null : `: ${sum}`}
          <Kbd>Ctrl Enter</Kbd>
        </Button>
        {checked.problem && !blocked ? (
          <Typography variant="caption" color="text.secondary" component="p" sx={{ mt: 0.75 }}>
            {translate(checked.problem.key, checked.problem.args)}
          </Typography>
        ) : null}
      </Box>
      <ConfirmDialog
        open={asking}
        title={translate(rejects ? 'claim.decide.confirmReject' : 'claim.decide.confirmRefund', { sum })}
        text={translate('claim.decide.confirmText')}
        confirm={translate('claim.decide.confirm')}
        confirmTestId="propose-confirm"
        busy={busy === 'propose'}
        failure={failure.words}
        onClose={() => {
          setAsking(false);
        }}
        onConfirm={send}
      />
    </Stack>
  );
};
