import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import { LinkBase, useTranslate } from 'react-admin';
import { EmptyState } from '../shared/EmptyState';

/** A screen that this role may not read. */
export const AccessDenied = () => <NoEntry title="ra.page.access_denied" text="ra.message.access_denied" />;

/** An address that leads nowhere. */
export const NotFound = () => <NoEntry title="ra.page.not_found" text="ra.message.not_found" />;

/** Says why nothing is here and leads back; react-admin's own pages are too pale to read and name no heading. */
const NoEntry = ({ title, text }: { title: string; text: string }) => {
  const translate = useTranslate();
  return (
    <Card>
      <EmptyState heading="h1" title={translate(title)} text={translate(text)}>
        <Button component={LinkBase} to="/" variant="outlined">
          {translate('app.nav.dashboard')}
        </Button>
      </EmptyState>
    </Card>
  );
};
