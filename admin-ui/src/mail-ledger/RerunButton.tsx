import ReplayOutlined from '@mui/icons-material/ReplayOutlined';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { useState } from 'react';
import { useCanAccess, useTranslate } from 'react-admin';
import { ConfirmDialog } from '../claims/workspace/dialogs/ConfirmDialog';
import { useSend } from '../shared/useSend';
import { RERUNNABLE, type LedgerMessage } from './types';

const WAYS = ['auto', 'new_claim'] as const;

/** Looks at a message again: by the rules, or as a claim whatever the rules think. Asked once before. */
export const RerunButton = ({ message }: { message: LedgerMessage }) => {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'mail-ledger', action: 'rerun' });
  const { send, busy } = useSend('mail.rerunDone');
  const [asking, setAsking] = useState(false);
  const [way, setWay] = useState<(typeof WAYS)[number]>('new_claim');
  if (!canAccess || !RERUNNABLE.includes(message.outcome)) return null;
  const close = () => {
    setAsking(false);
  };
  return (
    <>
      <Button
        variant="contained"
        startIcon={<ReplayOutlined />}
        onClick={() => {
          setAsking(true);
        }}
      >
        {translate('records.mail-ledger.rerun')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={translate('mail.rerunTitle')}
        text={translate('mail.rerunText')}
        confirm={translate(`mail.way.${way}`)}
        busy={busy}
        onClose={close}
        onConfirm={async () => {
          const body = { version: message.version, commandId: crypto.randomUUID(), as: way };
          if (await send(`/api/mail-ledger/${encodeURIComponent(message.id)}/rerun`, body)) close();
        }}
      >
        <RadioGroup
          aria-label={translate('mail.rerunTitle')}
          value={way}
          onChange={(event) => {
            setWay(event.target.value as (typeof WAYS)[number]);
          }}
        >
          {WAYS.map((one) => (
            <FormControlLabel
              key={one}
              value={one}
              control={<Radio size="small" />}
              label={translate(`mail.wayText.${one}`)}
            />
          ))}
        </RadioGroup>
      </ConfirmDialog>
    </>
  );
};
