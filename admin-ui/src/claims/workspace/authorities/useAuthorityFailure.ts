import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { authorityFault } from '../../../authorities/authorityFault';
import { useFailure } from '../useFailure';
import { useWorkspace } from '../WorkspaceContext';

/** Why an act about an authority was refused: the field's own words where the server named one. */
export function useAuthorityFailure(of: string): ReactNode {
  const translate = useTranslate();
  const { failure } = useWorkspace();
  const { words } = useFailure(of);
  return (failure?.of === of ? authorityFault(translate, failure.errors) : null) ?? words;
}
