import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { API_SECRET, PUBLIC_ID, startTestSandbox } from '../../scripts/sandbox/testing';
import { makeGatewayClient } from '../adapters/gateway/gateway-client';
import { makeNotificationReader } from '../adapters/gateway/notification-reader';
import { applicationPdf, letterPdf } from '../adapters/pdf';
import type { LegalSettings } from '../domain/legal-settings';
import { DEFAULT_LEGAL_ENTITY } from '../domain/legal-entity';
import {
  type ClaimParts,
  claimPeopleOf,
  claimRoutes,
  makeClaimHooks,
  waitingPayoutRoutes,
} from '../features/claims';
import { createJobRunner } from '../features/jobs';
import { claimKeysOf, letterDate, makeQueueLetter } from '../features/letters';
import { messageJobs, type MessageParts } from '../features/messages';
import { PaymentEntity, paymentRoutes } from '../features/payments';
import {
  type Breaker,
  capacityOf,
  makeBreaker,
  pollGateway,
  probeGateway,
  RefundAttemptEntity,
  type RefundParts,
  refundRoutes,
  resolveDue,
  sendDue,
} from '../features/refunds';
import { makeForward, webhookRoutes } from '../features/webhooks';
import type { OutgoingMail } from '../ports';
import { openDeskApp, serveDesk } from './desk-app';
import { freePort } from './free-port';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
const PDF = '%PDF-1.4 a paper';
const MINUTE_MS = 60_000;

export interface ShownRefund {
  id: string;
  claimId: string | null;
  paymentId: string;
  amountMinor: number;
  state: string;
  source: string;
  operation: string;
  gatewayRefundId: number | null;
  rrn: string | null;
  refusedText: string | null;
  acceptedAt: string | null;
  settledAt: string | null;
  attempts: {
    id: string;
    state: string;
    sends: number;
    outcomeCode: string | null;
    firstSentAt: string | null;
    calls: { method: string; outcome: string }[];
  }[];
}

export interface ShownClaim {
  id: string;
  number: string;
  state: string;
  version: number;
  checklist: { code: string; required: boolean; ok: boolean | null }[];
  proposal: { hash: string } | null;
  payoutFailure: { text: string; refundId: string } | null;
  refunds: { id: string; state: string }[];
  obligations: { kind: string; status: string }[];
}

export interface PayoutDeskOptions {
  /** Whether the sandbox sends notifications; false leaves everything to polling. */
  webhooks?: boolean;
  /** The shop's own address that raw notifications are passed on to. */
  forwardUrl?: string;
}

export type PayoutDesk = Awaited<ReturnType<typeof openPayoutDesk>>;

/**
 * The way of money behind its real routes and database, against the sandbox over real HTTP in both directions.
 * Workers run when a test says so; one clock moves the desk and the sandbox.
 */
export async function openPayoutDesk({ webhooks = true, forwardUrl }: PayoutDeskOptions = {}) {
  const settings: Partial<LegalSettings> = {};
  const desk = await openDeskApp(settings);
  let offsetMs = desk.clock.at - Date.now();
  desk.clock.now = () => Date.now() + offsetMs;
  let counter = 0;
  const next = () => (counter += 1);

  const mailFrom = 'UMAMI <info@umami.kz>';
  const letterParts = { ...desk.parts, mailFrom };
  const claimParts: ClaimParts = { ...desk.parts, queueLetter: makeQueueLetter(letterParts) };
  const hooks = makeClaimHooks(claimParts);
  const outbox: OutgoingMail[] = [];
  const messageParts: MessageParts = {
    ...claimParts,
    log: SILENT,
    mailSender: { send: (mail) => Promise.resolve(void outbox.push(mail)) },
    claimKeysOf,
    peopleOf: claimPeopleOf,
    namesOf: () => Promise.resolve(new Map()),
    onLetterSent: hooks.onLetterSent,
    onLetterLost: hooks.onLetterLost,
    applicationBlank: (language, at) => applicationPdf(language, DEFAULT_LEGAL_ENTITY, at),
    letterPdf: (letter) =>
      letterPdf({ ...letter, date: letterDate(letter.language, letter.date) }, DEFAULT_LEGAL_ENTITY),
  };

  const folder = mkdtempSync(join(tmpdir(), 'qaitarym-sandbox-'));
  const port = await freePort();
  const gateway = makeGatewayClient({
    baseUrl: `http://127.0.0.1:${port}`,
    publicId: PUBLIC_ID,
    apiSecret: API_SECRET,
    timeoutMs: 400,
    maxConcurrency: 4,
  });
  const refundParts: RefundParts = { ...claimParts, log: SILENT, gateway, hooks, instance: 'desk:1' };
  const breaker = makeBreaker();
  const jobs = createJobRunner({
    ...claimParts,
    log: SILENT,
    handlers: {
      ...messageJobs(messageParts),
      ...(forwardUrl === undefined ? {} : { 'webhook.forward': makeForward(forwardUrl, claimParts) }),
    },
    recurring: [],
  });
  const { app, as } = serveDesk(
    [
      ...claimRoutes(claimParts),
      ...paymentRoutes({ ...claimParts, gateway, capacityOf }),
      ...waitingPayoutRoutes(claimParts),
      ...refundRoutes(refundParts, breaker),
      ...webhookRoutes({
        ...claimParts,
        hooks,
        notifications: makeNotificationReader(API_SECRET),
        forwards: forwardUrl !== undefined,
      }),
    ],
    desk.people,
  );
  const receiver = app.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const { port: ownPort } = receiver.address() as AddressInfo;
  const webhookUrl = `http://127.0.0.1:${ownPort}/webhooks/cloudpayments`;

  /** The sandbox's log outlives it, so that one can be closed and another opened in its place. */
  const openSandbox = () =>
    startTestSandbox({
      port,
      notifyUrl: webhooks ? webhookUrl : null,
      logFile: join(folder, 'sandbox.ndjson'),
    });
  let box = await openSandbox();
  const moveSandbox = () => box.control('POST', 'clock', { offsetMs });
  await moveSandbox();

  const arm = (fault: string, method = 'payments/refund', times = 1) =>
    box.control('POST', 'faults', { method, fault, times });

  /** Moves the desk's clock alone, as when the gateway is away. */
  function advanceDesk(minutes: number): void {
    offsetMs += minutes * MINUTE_MS;
    desk.clock.at += minutes * MINUTE_MS;
  }

  /** Moves the desk's clock and the sandbox's; what became due there has run when this returns. */
  async function advance(minutes: number): Promise<void> {
    advanceDesk(minutes);
    await moveSandbox();
  }

  /** A payment at the gateway, mirrored here by notification or, with notifications off, by polling. */
  async function pay(amount: number, more: object = {}): Promise<PaymentEntity> {
    const invoiceId = `SO-${next()}`;
    const facts = { invoiceId, email: `payer${next()}@example.kz`, cardLastFour: '4242', ...more };
    const transactionId = await box.pay(amount, facts);
    if (!webhooks) await pollGateway(refundParts);
    return until(() => desk.uow.read((tx) => tx.findOneBy(PaymentEntity, { transactionId })));
  }

  const send = async (user: string, path: string, body: object, status = 200) => {
    const res = await as(user).post(path).send(body);
    if (res.status !== status) throw new Error(`${path}: ${res.status} ${JSON.stringify(res.body)}`);
    return res.body as ShownClaim;
  };
  const verb = (user: string, claim: ShownClaim, name: string, own: object = {}, status = 200) =>
    send(
      user,
      `/api/claims/${claim.id}/${name}`,
      { version: claim.version, commandId: `v${next()}`, ...own },
      status,
    );

  /** A complete claim with its decision before a manager. */
  async function proposed(refunds: { paymentId: string; amountMinor: number }[]): Promise<ShownClaim> {
    const requestedMinor = refunds.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    const [first] = await desk.uow.read((tx) => tx.findBy(PaymentEntity, { id: refunds[0]?.paymentId }));
    const body = {
      kind: 'refusal_before_handover',
      channel: 'mail',
      language: 'ru',
      customer: { name: 'Гүлнәр Ахметова', email: `gulnar${next()}@example.kz`, phone: null },
      orderNumber: first?.invoiceId ?? null,
      requestedMinor,
      currency: 'KZT',
      commandId: `c${next()}`,
    };
    const created = await as('reviewer')
      .post('/api/claims')
      .field('claim', JSON.stringify(body))
      .attach('files', Buffer.from(`${PDF} ${next()}`), 'Өтініш.pdf')
      .attach('files', Buffer.from(`${PDF} ${next()}`), 'жеке куәлік.pdf');
    let claim = created.body as ShownClaim;
    for (const { code } of claim.checklist.filter(({ required, ok }) => required && ok !== true)) {
      claim = await verb('reviewer', claim, 'check', { item: code, ok: true });
    }
    return verb('reviewer', claim, 'propose', {
      outcome: 'refund',
      refunds,
      reasonCode: 'not_delivered',
      note: '',
    });
  }

  const approve = (claim: ShownClaim, user = 'manager') =>
    verb(user, claim, 'approve', { proposalHash: claim.proposal?.hash });

  /** A claim whose money waits in the queue. */
  async function approved(refunds: { paymentId: string; amountMinor: number }[]): Promise<ShownClaim> {
    return approve(await proposed(refunds));
  }

  const showClaim = async ({ id }: { id: string }) =>
    (await as('manager').get(`/api/claims/${id}`)).body as ShownClaim;
  const showRefund = async (id: string) =>
    (await as('manager').get(`/api/refunds/${id}`)).body as ShownRefund;
  const list = async <T = Record<string, unknown>>(resource: string, filter: object = {}): Promise<T[]> => {
    const res = await as('manager').get(
      `/api/${resource}?filter=${encodeURIComponent(JSON.stringify(filter))}&range=[0,99]`,
    );
    if (res.status !== 200) throw new Error(`${resource}: ${res.status} ${JSON.stringify(res.body)}`);
    return res.body as T[];
  };

  return {
    ...desk,
    /** What the test sets here is in force at once. */
    settings,
    app,
    as,
    hooks,
    claimParts,
    refundParts,
    breaker,
    jobs,
    outbox,
    gateway,
    get box() {
      return box;
    },
    webhookUrl,
    gatewayGoesAway: () => box.sandbox.close(),
    gatewayComesBack: async () => {
      box = await openSandbox();
      await moveSandbox();
    },
    arm,
    advance,
    advanceDesk,
    pay,
    proposed,
    approve,
    approved,
    verb,
    showClaim,
    showRefund,
    list,
    /** The only refund of a claim, with its attempts. */
    refundOf: async (claim: { id: string }): Promise<ShownRefund> => {
      const [row] = await list<ShownRefund>('refunds', { claimId: claim.id });
      return showRefund(row?.id ?? '');
    },
    /** One round of each worker; `as` names another process with its own breaker. */
    sendDue: (parts: Partial<RefundParts> = {}, other: Breaker = breaker, stopping?: AbortSignal) =>
      sendDue({ ...refundParts, ...parts }, other, stopping),
    resolveDue: (parts: Partial<RefundParts> = {}) => resolveDue({ ...refundParts, ...parts }, breaker),
    probe: (parts: Partial<RefundParts> = {}) => probeGateway({ ...refundParts, ...parts }, breaker),
    poll: () => pollGateway(refundParts),
    attemptsOf: (refundId: string) =>
      desk.uow.read((tx) => tx.find(RefundAttemptEntity, { where: { refundId }, order: { number: 'ASC' } })),
    /** Money that the sandbox itself says has moved from a payment, oldest first. */
    moved: ({ transactionId }: { transactionId: number }) =>
      box.sandbox.log().filter(({ kind, ...entry }) => {
        const payment = kind === 'refund' ? entry.paymentTransactionId : entry.transactionId;
        return (kind === 'refund' || kind === 'void') && payment === transactionId;
      }),
    /** Requests of one method that arrived at the sandbox for a payment. */
    calls: ({ transactionId }: { transactionId: number }, method = 'payments/refund') =>
      box.sandbox
        .log()
        .filter(
          (entry) =>
            entry.kind === 'call' && entry.method === method && entry.transactionId === transactionId,
        ),
    close: async () => {
      await box.sandbox.close();
      receiver.closeAllConnections();
      await new Promise((resolve) => receiver.close(resolve));
      rmSync(folder, { recursive: true, force: true });
      await desk.close();
    },
  };
}

/** Waits until `look` finds something; fails after fifteen seconds. */
export async function until<T>(look: () => Promise<T | null | undefined | false>): Promise<T> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > deadline) throw new Error('It never came to hold');
    await sleep(10);
  }
}
