import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import { HttpError, LinkBase, useTranslate } from 'react-admin';
import { EmptyState } from '../../shared/EmptyState';

/** No such claim, or no answer: what that means and the way out. */
export const ClaimMissing = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => {
  const translate = useTranslate();
  const gone = error instanceof HttpError && error.status === 404;
  return (
    <Card>
      <EmptyState
        heading="h1"
        title={translate(gone ? 'claim.view.missing' : 'claim.view.noAnswer')}
        text={translate(gone ? 'claim.view.missingText' : 'claim.view.noAnswerText')}
      >
        {gone ? null : (
          <Button variant="contained" onClick={onRetry}>
            {translate('app.act.retry')}
          </Button>
        )}
        <Button component={LinkBase} to="/claims" variant="outlined">
          {translate('claim.queue.title')}
        </Button>
      </EmptyState>
    </Card>
  );
};
