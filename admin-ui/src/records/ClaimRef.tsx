import Link from '@mui/material/Link';
import { LinkBase, useGetManyAggregate } from 'react-admin';
import type { Claim } from '../shared/types';

/** The number of a claim as the way to it; all rows of a page ask in one request. */
export const ClaimRef = ({ claimId }: { claimId: string | null }) =>
  claimId === null ? <>—</> : <Known claimId={claimId} />;

const Known = ({ claimId }: { claimId: string }) => {
  const { data } = useGetManyAggregate<Claim>('claims', { ids: [claimId] });
  return (
    <Link
      component={LinkBase}
      to={`/claims/${claimId}`}
      variant="body2"
      noWrap
      onClick={(event: React.MouseEvent) => {
        // The row behind it opens something else.
        event.stopPropagation();
      }}
    >
      {data?.[0]?.number ?? `…${claimId.slice(-6)}`}
    </Link>
  );
};
