import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useWorkspace } from './WorkspaceContext';

/** Why the act of this name was refused, with the way on after a conflict; null when it was not. */
export function useFailure(of: string): { words: ReactNode; fields: readonly string[] } {
  const { failure, conflict, reload } = useWorkspace();
  const translate = useTranslate();
  if (failure?.of !== of) return { words: null, fields: [] };
  return {
    fields: failure.fields,
    words: (
      <>
        {translate(failure.text, { _: failure.text })}
        {conflict ? (
          <Button color="inherit" size="small" onClick={reload}>
            {translate('claim.view.reload')}
          </Button>
        ) : null}
      </>
    ),
  };
}
