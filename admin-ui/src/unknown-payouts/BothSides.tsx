import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { dayInAlmaty, formatDay, formatMoney, timeInAlmaty } from '../shared/format';
import { outcomeWord } from '../refunds/outcomeWord';
import { Panel } from '../shared/Panel';
import { known, PartState, type Part } from '../shared/PartState';
import { useColleagues } from '../shared/Person';
import { RefundStateWord } from '../shared/StateField';
import type { AuditEvent, Claim, Refund } from '../shared/types';
import { useLanguage } from '../shared/useLanguage';
import type { OpenRefund, PaymentRecord } from './openRefund';

interface Props {
  refund: Refund;
  details: OpenRefund | undefined;
  claim: (Claim & { approvedById?: string | null }) | undefined;
  payment: PaymentRecord | undefined;
  events: readonly AuditEvent[];
  told: readonly Part[];
}

/** Our record beside the gateway's, and what happened when. */
export const BothSides = ({ refund, details, claim, payment, events, told }: Props) => {
  const translate = useTranslate();
  const colleagues = useColleagues();
  const attempt = details?.attempts?.at(-1);
  const money = (minor: number) => formatMoney(minor, refund.currency);
  const approvedBy = colleagues.find((one) => one.id === claim?.approvedById)?.name ?? '—';
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { xs: '1fr', lg: 'repeat(3, minmax(0, 1fr))' },
        alignItems: 'start',
      }}
    >
      <Panel title={translate('desk.unknown.ours')} aside={<RefundStateWord state={refund.state} />}>
        <Facts
          facts={[
            ['sum', <strong key="sum">{money(refund.amountMinor)}</strong>],
            ['payment', payment ? translate('claim.payment.number', { number: payment.transactionId }) : '…'],
            ['key', attempt ? shortKey(attempt.id) : '…'],
            ['sends', attempt?.sends ?? '…'],
            ['approvedBy', approvedBy],
            ['reserved', money(refund.amountMinor)],
          ]}
        />
      </Panel>
      <Panel
        title={translate('desk.unknown.theirs')}
        aside={
          payment ? (
            <Typography variant="caption" color="text.secondary">
              {translate('desk.unknown.asked', { time: timeInAlmaty(payment.seenAt) })}
            </Typography>
          ) : undefined
        }
      >
        <Facts
          facts={[
            ['paid', payment ? <strong key="paid">{money(payment.amountMinor)}</strong> : '…'],
            [
              'status',
              payment ? translate(`claim.payment.status.${payment.status}`, { _: payment.status }) : '…',
            ],
            ['refunded', payment ? money(payment.refundedMinor) : '…'],
            ['refundNumber', refund.gatewayRefundId ?? translate('desk.unknown.notFound')],
            ['notice', translate('desk.unknown.noNotice')],
          ]}
        />
      </Panel>
      <Panel title={translate('desk.unknown.happened')}>
        {known(...told) ? <Story details={details} events={events} /> : <PartState parts={told} />}
      </Panel>
    </Box>
  );
};

const Facts = ({ facts }: { facts: [name: string, value: ReactNode][] }) => {
  const translate = useTranslate();
  return (
    <Box
      component="dl"
      sx={{ m: 0, display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 2, rowGap: 1 }}
    >
      {facts.map(([name, value]) => (
        <Box key={name} sx={{ display: 'contents' }}>
          <Typography component="dt" variant="body2" color="text.secondary">
            {translate(`desk.unknown.${name}`)}
          </Typography>
          <Typography
            component="dd"
            variant="body2"
            sx={{ m: 0, textAlign: 'right', overflowWrap: 'anywhere' }}
          >
            {value}
          </Typography>
        </Box>
      ))}
    </Box>
  );
};

interface Moment {
  at: string;
  text: string;
  detail?: string;
}

const Story = ({ details, events }: { details: OpenRefund | undefined; events: readonly AuditEvent[] }) => {
  const translate = useTranslate();
  const language = useLanguage();
  const calls = (details?.attempts ?? []).flatMap(({ id, calls: made }) =>
    made.map<Moment>((one) => ({
      at: new Date(Date.parse(one.startedAt) + one.durationMs).toISOString(),
      text: translate(`desk.unknown.call.${callOf(one.method)}`),
      detail: `${outcomeWord(translate, one.outcome)} · ${shortKey(id)}`,
    })),
  );
  const acts = events.map<Moment>((event) => ({
    at: event.at,
    text: translate(`claim.event.${event.action.replace(/[.-]/g, '_')}`, { _: event.action }),
    detail: event.actorId ? (event.actorName ?? '') : translate('app.system'),
  }));
  const today = dayInAlmaty(new Date());
  const moments = [...calls, ...acts].sort((a, b) => (a.at < b.at ? -1 : 1));
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {moments.map((moment, index) => (
        <Box component="li" key={`${moment.at}${String(index)}`} sx={{ display: 'flex', gap: 1.5, pb: 1.25 }}>
          <Typography
            component="time"
            variant="caption"
            color="text.secondary"
            dateTime={moment.at}
            title={formatDay(dayInAlmaty(moment.at), language)}
            sx={{ pt: 0.25, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}
          >
            {dayInAlmaty(moment.at) === today ? null : (
              <Box component="span" sx={{ display: 'block' }}>
                {formatDay(dayInAlmaty(moment.at), language, 'tight')}
              </Box>
            )}
            {timeInAlmaty(moment.at)}
          </Typography>
          <Box>
            <Typography
              variant="body2"
              sx={{ fontWeight: 500, '&::first-letter': { textTransform: 'uppercase' } }}
            >
              {moment.text}
            </Typography>
            <Typography variant="caption" color="text.secondary">
              {moment.detail}
            </Typography>
          </Box>
        </Box>
      ))}
    </Box>
  );
};

function callOf(method: string): 'refund' | 'void' | 'find' {
  if (method.endsWith('refund')) return 'refund';
  return method.endsWith('void') ? 'void' : 'find';
}

/** The first and last letters of a key tell two keys apart. */
function shortKey(key: string): string {
  return `${key.slice(0, 4)}…${key.slice(-4)}`;
}
