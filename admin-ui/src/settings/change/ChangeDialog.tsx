import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { HttpError, useNotify, useRefresh, useTranslate } from 'react-admin';
import { addDays } from '../../../../server/domain/calendar-date';
import { ConfirmDialog } from '../../claims/workspace/dialogs/ConfirmDialog';
import { call, type Problem } from '../../providers/http';
import { dayInAlmaty } from '../../shared/format';
import { settingKey } from '../valueWord';
import { OpenClaimsPreview } from './OpenClaimsPreview';
import { settingFault } from './settingFault';
import type { ChangeableSetting, Value } from './types';
import { ValueInput } from './ValueInput';

/** Another value from a day on, with a reason; what open claims would be like stands below. */
export const ChangeDialog = ({ setting, onClose }: { setting: ChangeableSetting; onClose: () => void }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const earliest = addDays(dayInAlmaty(new Date()), setting.fromToday ? 0 : 1);
  const [value, setValue] = useState<Value>(setting.value as Value);
  const [validFrom, setValidFrom] = useState(earliest);
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const isChanged = JSON.stringify(value) !== JSON.stringify(setting.value);

  const save = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const body = JSON.stringify({
        commandId: crypto.randomUUID(),
        value,
        validFrom,
        reason: reason.trim(),
      });
      await call(`/api/settings/${encodeURIComponent(setting.key)}/values`, { method: 'POST', body });
      notify('setting.change.saved', { type: 'success' });
      refresh();
      onClose();
    } catch (error) {
      const errors = error instanceof HttpError ? (error.body as Problem | undefined)?.errors : undefined;
      const [text] = Object.values(errors ?? {});
      setFailure(settingFault(translate, text ?? (error instanceof Error ? error.message : '')));
    } finally {
      setBusy(false);
    }
  };

  return (
    <ConfirmDialog
      open
      wide
      title={translate(`setting.name.${settingKey(setting.key)}`, { _: setting.key })}
      text={translate(setting.fromToday ? 'setting.change.fromToday' : 'setting.change.text')}
      confirm={translate('setting.change.confirm')}
      busy={busy}
      disabled={!isChanged || reason.trim().length < 3}
      failure={failure}
      onClose={onClose}
      onConfirm={save}
    >
      <Stack spacing={2}>
        <ValueInput setting={setting} value={value} onChange={setValue} />
        <TextField
          fullWidth
          type="date"
          label={translate('setting.change.validFrom')}
          value={validFrom}
          slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: earliest } }}
          onChange={(event) => {
            setValidFrom(event.target.value);
          }}
        />
        <TextField
          fullWidth
          multiline
          minRows={2}
          label={translate('setting.change.reason')}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
        {isChanged && !setting.fromToday ? (
          <OpenClaimsPreview settingKey={setting.key} value={value} />
        ) : null}
      </Stack>
    </ConfirmDialog>
  );
};
