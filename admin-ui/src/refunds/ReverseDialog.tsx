import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useClaimDocuments } from '../claims/workspace/useClaimLists';
import { ConfirmDialog } from '../claims/workspace/dialogs/ConfirmDialog';
import { dayInAlmaty } from '../shared/format';
import { useSend } from '../shared/useSend';
import type { RefundRecord } from './types';

interface Props {
  refund: RefundRecord;
  claimId: string;
  onClose: () => void;
}

/** The bank has sent the money back: on which day, by which proof, and why. */
export const ReverseDialog = ({ refund, claimId, onClose }: Props) => {
  const translate = useTranslate();
  const { send, busy } = useSend('refund.reverse.done');
  const { rows: papers } = useClaimDocuments(claimId);
  const today = dayInAlmaty(new Date());
  const [reversedOn, setReversedOn] = useState(today);
  const [reference, setReference] = useState('');
  const [documentId, setDocumentId] = useState('');
  const [reason, setReason] = useState('');
  const proved = reference.trim() !== '' || documentId !== '';
  return (
    <ConfirmDialog
      open
      danger
      wide
      title={translate('refund.reverse.title')}
      text={translate('refund.reverse.text')}
      confirm={translate('refund.reverse.confirm')}
      confirmTestId="reverse-confirm"
      busy={busy}
      disabled={!proved || reason.trim().length < 3 || reversedOn === ''}
      onClose={onClose}
      onConfirm={async () => {
        const body = {
          version: refund.version,
          commandId: crypto.randomUUID(),
          reversedOn,
          reference: reference.trim() || null,
          documentId: documentId || null,
          reason: reason.trim(),
        };
        if (await send(`/api/refunds/${encodeURIComponent(refund.id)}/reverse`, body)) onClose();
      }}
    >
      <Stack spacing={2}>
        <TextField
          fullWidth
          type="date"
          label={translate('refund.reverse.on')}
          value={reversedOn}
          slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: today } }}
          onChange={(event) => {
            setReversedOn(event.target.value);
          }}
        />
        <TextField
          fullWidth
          label={translate('refund.reverse.reference')}
          helperText={translate('refund.reverse.proof')}
          value={reference}
          onChange={(event) => {
            setReference(event.target.value);
          }}
        />
        <TextField
          select
          id="reverse-paper"
          fullWidth
          label={translate('refund.reverse.paper')}
          value={documentId}
          onChange={(event) => {
            setDocumentId(event.target.value);
          }}
        >
          <MenuItem value="">{translate('refund.reverse.noPaper')}</MenuItem>
          {papers
            .filter(({ erasedAt }) => erasedAt == null)
            .map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                {name}
              </MenuItem>
            ))}
        </TextField>
        <TextField
          fullWidth
          multiline
          minRows={2}
          label={translate('refund.reverse.reason')}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
      </Stack>
    </ConfirmDialog>
  );
};
