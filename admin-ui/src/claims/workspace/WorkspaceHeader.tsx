import ChevronLeft from '@mui/icons-material/ChevronLeft';
import MailOutlined from '@mui/icons-material/MailOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { LinkBase, useTranslate } from 'react-admin';
import { mayMove } from '../../../../server/domain/claim';
import { Kbd } from '../../shared/Kbd';
import { LocalDate } from '../../shared/LocalDateField';
import { StateWord } from '../../shared/StateField';
import { useHotkeys } from '../../shared/useHotkeys';
import { useTabName } from '../../shared/useTabName';
import { AssignMenu } from './AssignMenu';
import { ClockCard } from './ClockCard';
import { MoreMenu } from './MoreMenu';
import { Neighbours } from './Neighbours';
import { TaskBanner } from './TaskBanner';
import { useWorkspace } from './WorkspaceContext';

/** Who, what, since when, and both clocks; the letters one can write stand at the right. */
export const WorkspaceHeader = () => {
  const { claim, mayWork, conflict, reload, open } = useWorkspace();
  const translate = useTranslate();
  const mayAsk = mayWork && mayMove(claim.state, 'request_documents');
  useHotkeys(
    {
      KeyR: () => {
        open('write');
      },
      KeyD: () => {
        if (mayAsk) open('ask');
      },
    },
    mayWork,
  );
  useTabName(claim.number);
  // What does not apply stands last, with its reason.
  const clocks = claim.obligations
    .filter((one) => one.dueOn)
    .sort((a, b) => Number(a.status === 'void') - Number(b.status === 'void'))
    .slice(0, 3);

  return (
    <Box sx={{ mb: 2 }}>
      <Box
        sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1, mb: 1 }}
        className="no-print"
      >
        <Button component={LinkBase} to="/claims" size="small" color="inherit" startIcon={<ChevronLeft />}>
          {translate('app.nav.queue')}
        </Button>
        <Neighbours id={claim.id} />
        <Box sx={{ flex: 1 }} />
        <AssignMenu />
        {mayWork ? (
          <>
            <Button
              variant="outlined"
              size="small"
              startIcon={<MailOutlined />}
              sx={{ '& .MuiButton-startIcon': { display: { xs: 'none', sm: 'inherit' } } }}
              onClick={() => {
                open('write');
              }}
            >
              {translate('claim.write.title')}
              <Kbd>R</Kbd>
            </Button>
            <Button
              variant="outlined"
              size="small"
              disabled={!mayAsk}
              onClick={() => {
                open('ask');
              }}
            >
              {translate('claim.ask.title')}
              <Kbd>D</Kbd>
            </Button>
            <MoreMenu />
          </>
        ) : null}
      </Box>
      {(claim.tasks ?? [])
        .filter(({ doneAt }) => doneAt === null)
        .map((task) => (
          <TaskBanner key={task.id} task={task} />
        ))}
      {claim.heldAt ? (
        <Alert severity="info" sx={{ mb: 1.5 }}>
          {translate('claim.view.held')}
        </Alert>
      ) : null}
      {claim.chargedBackAt ? (
        <Alert severity="warning" sx={{ mb: 1.5 }}>
          {translate('claim.view.chargedBack')}
        </Alert>
      ) : null}
      {conflict ? (
        <Alert
          severity="warning"
          sx={{ mb: 1.5 }}
          action={
            <Button color="inherit" onClick={reload}>
              {translate('claim.view.reload')}
            </Button>
          }
        >
          {translate('app.problem.stale-version')}
        </Alert>
      ) : null}
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: '1fr', lg: 'minmax(0, .75fr) minmax(0, 1.25fr)' },
        }}
      >
        <Box sx={{ minWidth: 0 }}>
          <Typography variant="h1" sx={{ overflowWrap: 'anywhere' }}>
            {claim.customer.name ?? claim.customer.email ?? claim.number}
          </Typography>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, mt: 0.5 }}>
            <Typography>{claim.number}</Typography>
            <StateWord state={claim.state} />
            <Typography>{translate(`claim.kind.${claim.kind}`)}</Typography>
          </Box>
          <Facts />
        </Box>
        <Box
          sx={{
            display: 'grid',
            gap: 1.5,
            alignItems: 'stretch',
            gridTemplateColumns: {
              xs: '1fr',
              sm: `repeat(${String(Math.min(3, Math.max(2, clocks.length)))}, minmax(0, 1fr))`,
            },
          }}
        >
          {clocks.map((one) => (
            <ClockCard key={`${one.kind} ${String(one.round ?? 0)}`} obligation={one} />
          ))}
        </Box>
      </Box>
    </Box>
  );
};

const Facts = () => {
  const { claim } = useWorkspace();
  const translate = useTranslate();
  const { customer, payer, representative } = claim;
  return (
    <Typography
      variant="body2"
      color="text.secondary"
      component="div"
      sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.75, mt: 0.5 }}
    >
      <span>
        {translate('claim.view.order')}{' '}
        <strong>{claim.orderNumber ?? translate('claim.view.noOrder')}</strong>
      </span>
      <span>
        {translate(`claim.channel.${claim.channel}`)}, {translate(`claim.language.${claim.language}`)}
      </span>
      <span>
        {translate('claim.view.demanded')} <LocalDate value={claim.demandedAt} showTime style="dayMonth" />
      </span>
      {claim.handedOverOn ? (
        <span>
          {translate('claim.view.handedOver')} <LocalDate value={claim.handedOverOn} style="dayMonth" />
        </span>
      ) : null}
      {customer.email ? <span>{customer.email}</span> : null}
      {customer.phone ? <span>{customer.phone}</span> : null}
      {payer?.name ? <span>{translate('claim.view.payer', { name: payer.name })}</span> : null}
      {representative?.name ? (
        <span>{translate('claim.view.representative', { name: representative.name })}</span>
      ) : null}
    </Typography>
  );
};
