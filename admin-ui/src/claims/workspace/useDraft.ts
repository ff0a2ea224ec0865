import { useState } from 'react';

// Drafts live as long as the page: a letter may hold personal values, which must not stay in the browser's store.
const drafts = new Map<string, string>();

/** The unsent letter of a claim; closing the dialog keeps it. */
export function useDraft(claimId: string): [string, (text: string) => void] {
  const [text, setText] = useState(drafts.get(claimId) ?? '');
  return [
    text,
    (next) => {
      drafts.set(claimId, next);
      setText(next);
    },
  ];
}
