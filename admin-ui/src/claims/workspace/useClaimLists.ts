import { useGetList } from 'react-admin';
import type { AuditEvent, ClaimDocument, Message } from '../../shared/types';

/** What hangs on a claim, oldest paper first and newest event first. */
export function useClaimDocuments(claimId: string): ClaimDocument[] {
  const { data } = useGetList<ClaimDocument>('documents', {
    filter: { claimId },
    pagination: { page: 1, perPage: 60 },
    sort: { field: 'createdAt', order: 'ASC' },
  });
  return data ?? [];
}

export function useClaimMessages(claimId: string): Message[] {
  const { data } = useGetList<Message>('messages', {
    filter: { claimId },
    pagination: { page: 1, perPage: 60 },
    sort: { field: 'createdAt', order: 'DESC' },
  });
  return data ?? [];
}

export function useClaimEvents(claimId: string): AuditEvent[] {
  const { data } = useGetList<AuditEvent>('audit-events', {
    filter: { claimId },
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'at', order: 'DESC' },
  });
  return data ?? [];
}
