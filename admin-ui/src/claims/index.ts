import type { ResourceProps } from 'react-admin';
import { allowed } from '../layout/Allowed';
import { lazily } from '../shared/lazily';
import type { Claim } from '../shared/types';

/** The workspace sits on `#/claims/:id`, which react-admin calls the edit view. */
export const claims = {
  name: 'claims',
  list: lazily(() => import('./ClaimList'), 'ClaimList'),
  edit: lazily(() => import('./workspace/ClaimWorkspace'), 'ClaimWorkspace'),
  create: allowed(
    'claims',
    'create',
    lazily(() => import('./ClaimCreate'), 'ClaimCreate'),
  ),
  recordRepresentation: (claim: Claim) => claim.number,
} satisfies ResourceProps;
