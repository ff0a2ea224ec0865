import { useTranslate } from 'react-admin';
import { Facts } from '../records/Facts';
import { LocalDate } from '../shared/LocalDateField';
import { Panel } from '../shared/Panel';
import { useColleagues } from '../shared/Person';
import type { Reversal } from './types';

/** How the money came back, with its proof. */
export const ReversalPanel = ({ reversal }: { reversal: Reversal }) => {
  const translate = useTranslate();
  const by = useColleagues().find(({ id }) => id === reversal.byId)?.name ?? null;
  return (
    <Panel title={translate('refund.reverse.facts')}>
      <Facts
        facts={[
          ['refund.reverse.on', <LocalDate key="on" value={reversal.reversedOn} />],
          reversal.reference ? ['refund.reverse.reference', reversal.reference] : null,
          reversal.documentId ? ['refund.reverse.paper', translate('refund.reverse.paperOfClaim')] : null,
          ['refund.reverse.reason', reversal.reason],
          ['refund.reverse.by', by],
          ['refund.reverse.at', <LocalDate key="at" value={reversal.at} showTime />],
        ]}
      />
    </Panel>
  );
};
