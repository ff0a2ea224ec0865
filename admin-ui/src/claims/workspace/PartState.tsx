import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useTranslate } from 'react-admin';
import { LoadFault } from '../../shared/LoadFault';
import type { ClaimPart } from './useClaimLists';

/** Stands where lists of a claim are still being read, or could not be. Nothing when all of them are there. */
export const PartState = ({ parts }: { parts: readonly ClaimPart<unknown>[] }) => {
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
export function known(...parts: readonly ClaimPart<unknown>[]): boolean {
  return parts.every(({ pending, error }) => !pending && !error);
}
