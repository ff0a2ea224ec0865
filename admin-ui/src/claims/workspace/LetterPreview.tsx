import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '../../providers/http';
import { type LetterDraft, LetterPages } from '../../shared/LetterPages';
import { useWorkspace } from './WorkspaceContext';

/** Which letter, and what a person adds to it. */
export interface LetterRequest {
  kind:
    | 'deficiency'
    | 'decision_refund'
    | 'decision_reject'
    | 'withdrawal'
    | 'closing'
    | 'payment_failed'
    | 'reply';
  items?: string[];
  note?: string;
  text?: string;
  reasonCode?: string;
  amountMinor?: number;
  refunds?: { paymentId: string; amountMinor: number }[];
  /** The payment that failed. */
  paymentId?: string;
}

/** The letter of the claim as it would leave, in each language. */
export const LetterPreview = ({ request }: { request: LetterRequest }) => {
  const { claim } = useWorkspace();
  const { data, isError } = usePreview(claim.id, claim.version, request);
  return <LetterPages draft={data} failed={isError} />;
};

const TYPING_MS = 400;

/** Asks for the letter again when typing pauses; the last one stays on screen meanwhile. */
function usePreview(id: string, version: number, request: LetterRequest) {
  const wanted = JSON.stringify(request);
  const [asked, setAsked] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => {
      setAsked(wanted);
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [wanted]);
  return useQuery({
    queryKey: ['letter-preview', id, version, asked],
    queryFn: async () =>
      (
        await call<LetterDraft>(`/api/claims/${encodeURIComponent(id)}/letter-preview`, {
          method: 'POST',
          body: asked,
        })
      ).json,
    placeholderData: (before) => before,
    retry: false,
  });
}
