import Link from '@mui/material/Link';
import { LinkBase, useTranslate } from 'react-admin';

/** The way from a record to its claim. */
export const ClaimLink = ({ claimId }: { claimId: string | null | undefined }) => {
  const translate = useTranslate();
  if (!claimId) return <>—</>;
  return (
    <Link component={LinkBase} to={`/claims/${claimId}`} variant="body2">
      {translate('app.act.open')}
    </Link>
  );
};
