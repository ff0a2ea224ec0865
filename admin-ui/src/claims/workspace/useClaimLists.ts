import { useGetList, type RaRecord } from 'react-admin';
import { partOf, type Part } from '../../shared/PartState';
import type { AuditEvent, ClaimDocument, Message } from '../../shared/types';

/** A list that hangs on a claim. */
export interface ClaimPart<T> extends Part {
  rows: T[];
  /** How many there are in all; more than `rows` when they do not fit one answer. */
  total: number;
}

/** The most that one answer of the server carries. */
const MOST = 100;

/** The papers of a claim, oldest first. */
export function useClaimDocuments(claimId: string): ClaimPart<ClaimDocument> {
  return usePart<ClaimDocument>('documents', claimId, 'createdAt', 'ASC');
}

/** The letters and notes of a claim, newest first. */
export function useClaimMessages(claimId: string): ClaimPart<Message> {
  return usePart<Message>('messages', claimId, 'createdAt', 'DESC');
}

/** What was done with a claim, newest first. */
export function useClaimEvents(claimId: string): ClaimPart<AuditEvent> {
  return usePart<AuditEvent>('audit-events', claimId, 'at', 'DESC');
}

function usePart<T extends RaRecord>(
  resource: string,
  claimId: string,
  field: string,
  order: 'ASC' | 'DESC',
): ClaimPart<T> {
  const query = useGetList<T>(
    resource,
    { filter: { claimId }, pagination: { page: 1, perPage: MOST }, sort: { field, order } },
    // A fault is told at once, with the button to try again.
    { retry: false },
  );
  return { rows: query.data ?? [], total: query.total ?? 0, ...partOf(query) };
}
