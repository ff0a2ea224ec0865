import ManageSearchOutlined from '@mui/icons-material/ManageSearchOutlined';
import Button from '@mui/material/Button';
import { useCanAccess, useTranslate, type Identifier } from 'react-admin';
import { useSend } from '../shared/useSend';

/** Asks the gateway now how the payment stands. */
export const AskGateway = ({ id }: { id: Identifier }) => {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'payments', action: 'lookup' });
  const { send, busy } = useSend('payment.asked');
  if (!canAccess) return null;
  return (
    <Button
      variant="outlined"
      loading={busy}
      loadingPosition="start"
      startIcon={<ManageSearchOutlined />}
      onClick={() => void send(`/api/payments/${encodeURIComponent(id)}/lookup`)}
    >
      {translate('records.payments.lookup')}
    </Button>
  );
};
