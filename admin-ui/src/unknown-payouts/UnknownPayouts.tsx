import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import { useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useRowKeys } from '../claims/useRowKeys';
import { PayoutSwitch } from '../refunds/PayoutSwitch';
import { EmptyState } from '../shared/EmptyState';
import { PageTitle } from '../shared/PageTitle';
import { known, partOf, PartState } from '../shared/PartState';
import { OpenRefundCard } from './OpenRefundCard';
import { useOpenRefunds } from './openRefund';
import { RefundDetail } from './RefundDetail';

/** Refunds whose outcome nobody knows: may they be repeated, until when, and what do both sides say. */
export const UnknownPayouts = () => {
  const translate = useTranslate();
  const query = useOpenRefunds();
  const refunds = query.data ?? [];
  const part = partOf(query);
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useRef<HTMLElement>(null);
  useRowKeys(list, '[data-testid="unknown-row"]');
  const shown = refunds.find(({ id }) => id === chosen) ?? refunds[0];
  return (
    <>
      <PageTitle
        title={translate('desk.unknown.title')}
        subtitle={translate('desk.unknown.text')}
        actions={<PayoutSwitch />}
      />
      <PartState parts={[part]} />
      {shown ? (
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: { xs: '1fr', md: '272px minmax(0, 1fr)' },
            gap: 2,
            alignItems: 'start',
          }}
        >
          <Card ref={list} component="nav" aria-label={translate('desk.unknown.list')}>
            {refunds.map((refund) => (
              <OpenRefundCard
                key={refund.id}
                refund={refund}
                chosen={refund.id === shown.id}
                onChoose={() => {
                  setChosen(refund.id);
                }}
              />
            ))}
          </Card>
          <RefundDetail key={shown.id} refund={shown} />
        </Box>
      ) : null}
      {!shown && known(part) ? (
        <Card>
          <EmptyState title={translate('desk.unknown.empty')} text={translate('desk.unknown.emptyText')} />
        </Card>
      ) : null}
    </>
  );
};
