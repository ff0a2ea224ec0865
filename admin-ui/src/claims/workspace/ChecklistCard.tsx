import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import DisabledByDefaultOutlined from '@mui/icons-material/DisabledByDefaultOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { isClosed } from '../../../../server/domain/claim';
import { Panel } from '../../shared/Panel';
import { useColleagues } from '../../shared/Person';
import type { ChecklistItem } from '../../shared/types';
import { FailCheckDialog } from './FailCheckDialog';
import { useWorkspace } from './WorkspaceContext';

/** What has to hold before money moves. Rules tick what they can; a person may overrule them. */
export const ChecklistCard = () => {
  const { claim } = useWorkspace();
  const translate = useTranslate();
  const done = claim.checklist.filter((item) => item.ok === true).length;
  const total = claim.checklist.length;
  return (
    <Panel
      title={translate('claim.check.title')}
      aside={
        <Typography
          variant="body2"
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 0.5,
            color: done === total ? 'success.main' : 'text.secondary',
          }}
        >
          {done === total ? <CheckCircleOutlined sx={{ fontSize: 18 }} aria-hidden /> : null}
          {translate('claim.check.progress', { done, total })}
        </Typography>
      }
    >
      {claim.checklist.map((item) => (
        <Item key={item.code} item={item} />
      ))}
    </Panel>
  );
};

const Item = ({ item }: { item: ChecklistItem }) => {
  const { claim, act, verbs, mayWork, busy } = useWorkspace();
  const translate = useTranslate();
  const colleagues = useColleagues();
  const by = item.auto
    ? translate('claim.check.auto')
    : (colleagues.find((one) => one.id === item.byId)?.name ?? '');
  const [failing, setFailing] = useState(false);
  const pass = () => void act(`check.${item.code}`, (seen) => verbs.check(seen, item.code, true));
  const fail = () => {
    setFailing(true);
  };
  const locked = !mayWork || isClosed(claim.state) || busy !== null;
  const state = item.ok === null ? 'open' : item.ok ? 'pass' : 'fail';
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1, py: 0.25 }}>
      <FormControlLabel
        sx={{ flex: 1, mr: 0, alignItems: 'flex-start' }}
        control={
          <Checkbox
            color="success"
            checked={item.ok === true}
            // A failed check is no half-ticked one, which a native box could not be either.
            icon={item.ok === false ? <DisabledByDefaultOutlined color="error" /> : undefined}
            disabled={locked}
            onChange={(event) => {
              if (event.target.checked) pass();
              else fail();
            }}
            sx={{ pt: 0.25, pb: 0.25 }}
          />
        }
        label={
          <Box component="span">
            <Typography variant="body2" component="span" sx={{ fontWeight: 500 }}>
              {translate(`claim.check.${item.code}`, { _: item.code })}
            </Typography>
            <Typography
              variant="caption"
              component="span"
              sx={{ display: 'block', color: item.ok === false ? 'error.main' : 'text.secondary' }}
            >
              {[
                translate(`claim.check.${state}`),
                item.required ? '' : translate('claim.check.optional'),
                item.note ?? '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </Typography>
          </Box>
        }
      />
      {item.ok === null && !locked ? (
        <Button size="small" color="error" onClick={fail} sx={{ whiteSpace: 'nowrap' }}>
          {translate('claim.check.fail')}
        </Button>
      ) : (
        <Typography
          variant="caption"
          color="text.secondary"
          sx={{ pt: 0.5, maxWidth: 110 }}
          noWrap
          title={by}
        >
          {by}
        </Typography>
      )}
      {failing ? (
        <FailCheckDialog
          code={item.code}
          onClose={() => {
            setFailing(false);
          }}
        />
      ) : null}
    </Box>
  );
};
