import EditOutlined from '@mui/icons-material/EditOutlined';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { LinkBase, useCanAccess, useTranslate } from 'react-admin';
import { formatPhone } from '../../../server/domain/phone';
import { ClaimsOf } from '../records/ClaimsOf';
import { Facts } from '../records/Facts';
import { OrdersOf } from '../records/OrdersOf';
import { PaymentsOf } from '../records/PaymentsOf';
import { Column, Columns, RecordPage } from '../records/RecordPage';
import { LocalDate } from '../shared/LocalDateField';
import { Panel } from '../shared/Panel';
import type { Customer } from './types';

/** One customer: how to reach them, what they claimed, what they bought. */
export const CustomerShow = () => {
  const translate = useTranslate();
  return (
    <RecordPage<Customer>
      name="customers"
      title={({ name }) => name}
      actions={({ id }) => <EditButton id={id} />}
    >
      {(customer) => (
        <Columns>
          <Column>
            <ClaimsOf filter={{ customerId: customer.id }} />
            {customer.email && !customer.email.includes('•') ? (
              <>
                <OrdersOf filter={{ customerEmail: customer.email }} />
                <PaymentsOf filter={{ email: customer.email }} />
              </>
            ) : null}
          </Column>
          <Column>
            <Panel title={translate('customer.contact')}>
              <Facts
                facts={[
                  ['records.field.name', customer.name],
                  [
                    'records.field.email',
                    customer.email && !customer.email.includes('•') ? (
                      <Link key="mail" href={`mailto:${customer.email}`}>
                        {customer.email}
                      </Link>
                    ) : (
                      customer.email
                    ),
                  ],
                  ['records.field.phone', customer.phone ? formatPhone(customer.phone) : null],
                  [
                    'customer.language',
                    translate(
                      customer.language ? `claim.language.${customer.language}` : 'customer.unsureText',
                    ),
                  ],
                  ['customer.since', <LocalDate key="since" value={customer.createdAt} showTime />],
                ]}
              />
            </Panel>
          </Column>
        </Columns>
      )}
    </RecordPage>
  );
};

const EditButton = ({ id }: { id: string }) => {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'customers', action: 'edit' });
  if (!canAccess) return null;
  return (
    <Button component={LinkBase} to={`/customers/${id}`} variant="outlined" startIcon={<EditOutlined />}>
      {translate('customer.edit')}
    </Button>
  );
};
