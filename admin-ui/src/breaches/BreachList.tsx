import Box from '@mui/material/Box';
import { useRecordContext, useTranslate, type RaRecord } from 'react-admin';
import { BREACH_CAUSES } from '../../../server/domain/breach-cause';
import { ClaimRef } from '../records/ClaimRef';
import { Facts } from '../records/Facts';
import { RecordList } from '../records/RecordList';
import { formatInstant } from '../shared/format';
import { useColleagues } from '../shared/Person';
import { TermName } from '../shared/TermName';
import { useLanguage } from '../shared/useLanguage';
import { CauseForm } from './CauseForm';
import { HolderTable } from './HolderTable';
import type { Breach } from './types';

/** Terms that were not kept: why, and who had the claim when. */
export const BreachList = () => {
  const translate = useTranslate();
  const colleagues = useColleagues();
  const nameOf = (id: unknown) => colleagues.find((one) => one.id === id)?.name ?? translate('breach.nobody');
  return (
    <RecordList
      name="breaches"
      sort={{ field: 'dueAt', order: 'DESC' }}
      filters={[
        { kind: 'choice', field: 'cause', values: BREACH_CAUSES, words: 'breach.cause' },
        { kind: 'person', field: 'holderId', label: 'breach.holder' },
        { kind: 'dates', field: 'dueOn', as: 'day', label: 'warning.dueOn' },
      ]}
      rowClick="expand"
      expand={<Details />}
      columns={[
        {
          source: 'claimNumber',
          unsorted: true,
          render: ({ claimId }) => <ClaimRef claimId={String(claimId)} />,
          card: 'title',
        },
        {
          source: 'kind',
          label: 'warning.term',
          render: ({ kind }) => <TermName kind={String(kind)} />,
          card: 'line',
        },
        { source: 'dueOn', as: 'day', label: 'warning.dueOn', card: 'foot' },
        { source: 'cause', label: 'breach.why', render: (row) => <Cause row={row} />, card: 'line' },
        {
          source: 'holderId',
          label: 'breach.holder',
          unsorted: true,
          render: ({ holderId }) => nameOf(holderId),
          card: 'foot',
        },
      ]}
    />
  );
};

const Cause = ({ row }: { row: RaRecord }) => {
  const translate = useTranslate();
  const { cause, correctedById, revokedAt } = row as Breach;
  const notes = [
    ...(correctedById === null ? [] : [translate('breach.corrected')]),
    ...(revokedAt === null ? [] : [translate('breach.revoked')]),
  ];
  return <>{[translate(`breach.cause.${cause}`), ...notes].join(' · ')}</>;
};

function outageWords(outage: Breach['facts']['outage'], instant: (at: string | null) => string): string {
  return outage === null ? '—' : `${instant(outage.from)} – ${instant(outage.to)}`;
}

const Details = () => {
  const translate = useTranslate();
  const language = useLanguage();
  const breach = useRecordContext<Breach>();
  if (!breach) return null;
  const { facts } = breach;
  const instant = (at: string | null) => (at === null ? '—' : formatInstant(at, language));
  return (
    <Box sx={{ p: 2, bgcolor: 'background.sunken', display: 'grid', gap: 2, maxWidth: 720 }}>
      <HolderTable holders={breach.holders} />
      <Facts
        facts={[
          ['breach.fact.latestSafeAt', instant(facts.latestSafeAt)],
          [
            'breach.fact.missing',
            facts.missing.map((item) => translate(`claim.document.${item}`)).join(', ') || '—',
          ],
          ['breach.fact.askedAt', instant(facts.askedAt)],
          ['breach.fact.approvedAt', instant(facts.approvedAt)],
          ['breach.fact.refundsUnderway', String(facts.refundsUnderway)],
          ...(facts.heldByCap
            ? [['breach.fact.heldByCap', translate('records.yes')] as [string, string]]
            : []),
          ['breach.fact.outage', outageWords(facts.outage, instant)],
          ['breach.fact.movedFrom', facts.movedFrom ?? '—'],
        ]}
      />
      <CauseForm breach={breach} />
    </Box>
  );
};
