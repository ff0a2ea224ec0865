import { useTranslate } from 'react-admin';
import { PayoutSwitch } from '../refunds/PayoutSwitch';
import { PageTitle } from '../shared/PageTitle';
import { OutagePanel } from './OutagePanel';
import { WaitingPanel } from './WaitingPanel';

/** Whether money leaves, what waits and will miss its date, and when the gateway was away. */
export const PayoutDesk = () => {
  const translate = useTranslate();
  return (
    <>
      <PageTitle title={translate('payout.title')} subtitle={translate('payout.text')} />
      <PayoutSwitch telling />
      <WaitingPanel />
      <OutagePanel />
    </>
  );
};
