import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useTranslate } from 'react-admin';
import { LoadFault } from './LoadFault';

/** How far the reading of a list is. Not yet read is not empty: what it lacks must not be told as absent. */
export interface Part {
  /** Being read for the first time. */
  pending: boolean;
  /** Why it could not be read. Rows that were read before stay. */
  error: Error | null;
  retry: () => void;
}

interface Query {
  isPending: boolean;
  error: Error | null;
  refetch: () => unknown;
}

/** The state of one query, for {@link PartState}. */
export function partOf({ isPending, error, refetch }: Query): Part {
  return { pending: isPending, error, retry: () => void refetch() };
}

/** Stands where lists are still being read, or could not be. Nothing when all of them are there. */
export const PartState = ({ parts }: { parts: readonly Part[] }) => {
  const translate = useTranslate();
  const failed = parts.filter(({ error }) => error);
  const [first] = failed;
  if (first?.error)
    return (
      <LoadFault
        message={first.error.message}
        sx={{ my: 1 }}
        onRetry={() => {
          for (const part of failed) part.retry();
        }}
      />
    );
  if (!parts.some(({ pending }) => pending)) return null;
  return (
    <Box role="status" aria-busy aria-label={translate('app.loading')}>
      <Skeleton variant="text" height={36} />
      <Skeleton variant="text" height={36} width="70%" />
    </Box>
  );
};

/** Whether all of these lists are known, so that what they lack may be told. */
export function known(...parts: readonly Part[]): boolean {
  return parts.every(({ pending, error }) => !pending && !error);
}
