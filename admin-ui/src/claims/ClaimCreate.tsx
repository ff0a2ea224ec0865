import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState, type SyntheticEvent } from 'react';
import { HttpError, LinkBase, useDataProvider, useNavigate, useTranslate } from 'react-admin';
import type { DeskDataProvider } from '../providers/dataProvider';
import type { Problem } from '../providers/http';
import { LeaveGuard } from '../shared/LeaveGuard';
import { PageTitle } from '../shared/PageTitle';
import { Panel } from '../shared/Panel';
import { CustomerPart, DemandPart, FilesPart, HowPart, OthersPart } from './create/parts';
import { EMPTY_FORM, fieldOf, isFilled, toClaim, validate, type DeskForm } from './create/deskForm';

/** A claim that came by telephone, letter or messenger, with its files and the day it was really made. */
export const ClaimCreate = () => {
  const translate = useTranslate();
  const provider = useDataProvider<DeskDataProvider>();
  const navigate = useNavigate();
  const [form, setForm] = useState<DeskForm>(EMPTY_FORM);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  // One for all tries: an answer that was lost makes no second claim.
  const [commandId] = useState(() => crypto.randomUUID());
  const change = (part: Partial<DeskForm>) => {
    setForm({ ...form, ...part });
  };

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const found = validate(form, new Date());
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    setFailure(null);
    try {
      const claim = await provider.createClaim({ ...toClaim(form), commandId }, form.files);
      navigate(`/claims/${claim.id}`);
    } catch (error) {
      const faults =
        (error instanceof HttpError ? (error.body as Problem | undefined)?.errors : undefined) ?? {};
      setErrors(Object.fromEntries(Object.entries(faults).map(([at, text]) => [fieldOf(at) ?? at, text])));
      setFailure(error instanceof Error ? error.message : 'ra.notification.http_error');
      setBusy(false);
    }
  };

  const elsewhere = Object.entries(errors).filter(([field]) => fieldOf(field) === null);
  const parts = { form, errors, onChange: change };
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event: SyntheticEvent) => void submit(event)}
      sx={{ maxWidth: 760 }}
    >
      <LeaveGuard unsent={isFilled(form) && !busy} />
      <PageTitle title={translate('claim.create.title')} subtitle={translate('claim.create.text')} />
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Panel title={translate('claim.create.how')}>
          <HowPart {...parts} />
        </Panel>
        <Panel title={translate('claim.create.who')}>
          <CustomerPart {...parts} />
          <OthersPart {...parts} />
        </Panel>
        <Panel title={translate('claim.create.what')}>
          <DemandPart {...parts} />
        </Panel>
        <Panel title={translate('claim.create.files')}>
          <FilesPart {...parts} />
        </Panel>
        {failure ? (
          <Alert severity="error">
            {translate(failure)}
            {elsewhere.map(([field, text]) => (
              <Typography key={field} variant="caption" component="div">
                {field}: {translate(text)}
              </Typography>
            ))}
          </Alert>
        ) : null}
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button type="submit" variant="contained" size="large" loading={busy}>
            {translate('claim.create.submit')}
          </Button>
          <Button component={LinkBase} to="/claims" size="large">
            {translate('app.act.cancel')}
          </Button>
        </Box>
      </Box>
    </Box>
  );
};
