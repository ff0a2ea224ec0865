import type { Claim, DraftRefund } from '../shared/types';
import type { Identifier } from 'react-admin';
import { call } from './http';

/** A claim as the screen shows it; its version tells the server what the reader saw. */
export interface Seen {
  id: Identifier;
  version: number;
}

export interface Proposal {
  outcome: 'refund' | 'reject';
  refunds: DraftRefund[];
  reasonCode: string;
  note: string;
}

export interface BatchItem extends Seen {
  proposalHash: string;
}

export interface BatchResult {
  id: string;
  ok: boolean;
  problem?: { type: string; title: string; detail?: string };
}

/**
 * Acts on a claim that are more than an edit. Each carries the version that was on screen and a fresh command
 * id, so that a double click or a repeated request is done once; each answers with the claim as it is now.
 */
export const verbs = {
  assign: (claim: Seen, assigneeId: string | null) => act(claim, 'assign', { assigneeId }),
  requestDocuments: (claim: Seen, items: string[], note: string) =>
    act(claim, 'request-documents', { items, note }),
  check: (claim: Seen, item: string, ok: boolean, note?: string) => act(claim, 'check', { item, ok, note }),
  propose: (claim: Seen, proposal: Proposal) => act(claim, 'propose', { ...proposal }),
  approve: (claim: Seen, proposalHash: string) => act(claim, 'approve', { proposalHash }),
  returnProposal: (claim: Seen, reason: string) => act(claim, 'return', { reason }),
  reject: (claim: Seen, reasonCode: string, note: string) => act(claim, 'reject', { reasonCode, note }),
  closeWaiting: (claim: Seen, note: string) => act(claim, 'close-waiting', { note }),
  withdraw: (claim: Seen, reason: string) => act(claim, 'withdraw', { reason }),
  markDuplicate: (claim: Seen, ofClaimId: string) => act(claim, 'mark-duplicate', { ofClaimId }),
  reopen: (claim: Seen, reason: string) => act(claim, 'reopen', { reason }),
  reply: (claim: Seen, text: string, documentIds: string[] = []) =>
    act(claim, 'reply', { text, documentIds }),
  explainPayment: (claim: Seen, paymentId: string) => act(claim, 'explain-payment', { paymentId }),
  note: (claim: Seen, text: string) => act(claim, 'note', { text }),
  goods: (claim: Seen, lineId: string, goods: string) => act(claim, 'goods', { lineId, goods }),
  correctReceived: (claim: Seen, demandedAt: string, reason: string) =>
    act(claim, 'correct-received', { demandedAt, reason }),
  hold: (claim: Seen, held: boolean, reason: string) => act(claim, 'legal-hold', { held, reason }),
  chargeback: (claim: Seen, happened: boolean, reason: string) =>
    act(claim, 'chargeback', { happened, reason }),
  authorityAsked: (
    claim: Seen,
    facts: { code: string; receivedAt: string; reference: string; reason: string },
  ) => act(claim, 'authority-request', facts),
  authorityAnswered: (
    claim: Seen,
    facts: {
      requestId: string;
      answeredAt: string;
      reference: string;
      note: string;
      documentId: string | null;
    },
  ) => act(claim, 'authority-answer', facts),
  authorityCorrected: (
    claim: Seen,
    facts: {
      requestId: string;
      receivedAt?: string;
      answeredAt?: string | null;
      withdrawn?: boolean;
      reason: string;
    },
  ) => act(claim, 'authority-correction', facts),
  taskDone: (claim: Seen, taskId: string, note: string) => act(claim, 'task-done', { taskId, note }),
  retryPayout: (claim: Seen, proposalHash: string) => act(claim, 'retry-payout', { proposalHash }),

  /** Files beside a claim that exists; one refused file refuses all. */
  addDocuments: async (claim: Seen, files: readonly File[]) => {
    const form = new FormData();
    form.append('version', String(claim.version));
    form.append('commandId', crypto.randomUUID());
    for (const file of files) form.append('files', file, file.name);
    return (await call<Claim>(pathOf(claim, 'documents'), { method: 'POST', body: form })).json;
  },

  /** A claim entered at the desk, with its papers; `commandId` is the same for every try. */
  createClaim: async (data: Record<string, unknown> & { commandId: string }, files: readonly File[]) => {
    const claim = JSON.stringify(data);
    if (files.length === 0) return (await call<Claim>('/api/claims', { method: 'POST', body: claim })).json;
    const form = new FormData();
    form.append('claim', claim);
    for (const file of files) form.append('files', file, file.name);
    return (await call<Claim>('/api/claims', { method: 'POST', body: form })).json;
  },

  /** Takes the most urgent claim that nobody holds; null when there is none. */
  nextClaim: async (): Promise<Claim | null> => {
    const answer = await call<Claim>('/api/claims/next', {
      method: 'POST',
      body: JSON.stringify({ commandId: crypto.randomUUID() }),
    });
    return answer.status === 204 ? null : answer.json;
  },

  approveBatch: async (items: readonly BatchItem[]): Promise<BatchResult[]> => {
    const body = JSON.stringify({ commandId: crypto.randomUUID(), items });
    const answer = await call<{ results: BatchResult[] }>('/api/claims/approve-batch', {
      method: 'POST',
      body,
    });
    return answer.json.results;
  },

  /** Hands a letter that the mail server refused to it once more. */
  resendLetter: async (id: Identifier) => {
    const body = JSON.stringify({ commandId: crypto.randomUUID() });
    return (
      await call<{ id: string }>(`/api/messages/${encodeURIComponent(id)}/retry`, { method: 'POST', body })
    ).json;
  },

  /** Says what a paper is; the checklist follows. */
  retypeDocument: async (document: Seen, type: string) =>
    (
      await call<{ id: string }>(`/api/documents/${encodeURIComponent(document.id)}`, {
        method: 'PUT',
        body: JSON.stringify({ version: document.version, type }),
      })
    ).json,

  /** Asks the gateway how a payment stands now. */
  lookUpPayment: async (id: Identifier) =>
    (await call<{ id: string }>(`/api/payments/${encodeURIComponent(id)}/lookup`, { method: 'POST' })).json,

  /** What the gateway says about a refund whose outcome we do not know. */
  resolveRefund: async (
    id: Identifier,
    mode: 'query' | 'found' | 'not_executed',
    reason: string,
    gatewayTransactionId?: number,
  ) => {
    const body = JSON.stringify({ mode, reason, gatewayTransactionId });
    return (
      await call<{ id: string }>(`/api/refunds/${encodeURIComponent(id)}/resolve`, { method: 'POST', body })
    ).json;
  },

  stopPayouts: (reason: string) => payouts('stop', reason),
  resumePayouts: (reason: string) => payouts('resume', reason),
};

export type Verbs = typeof verbs;

function pathOf(claim: Seen, verb: string): string {
  return `/api/claims/${encodeURIComponent(claim.id)}/${verb}`;
}

async function act(claim: Seen, verb: string, own: Record<string, unknown>): Promise<Claim> {
  const body = JSON.stringify({ version: claim.version, commandId: crypto.randomUUID(), ...own });
  return (await call<Claim>(pathOf(claim, verb), { method: 'POST', body })).json;
}

async function payouts(what: 'stop' | 'resume', reason: string): Promise<void> {
  const body = JSON.stringify({ reason });
  await call<unknown>(`/api/payouts/${what}`, { method: 'POST', body });
}
