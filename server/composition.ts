import type { Express } from 'express';
import type { Database } from './adapters/db/database';
import { applicationPdf, keepBlanks, letterPdf } from './adapters/pdf';
import type { DiskFileStore, Keyring } from './adapters/storage';
import type { Config } from './config';
import type { PayoutRules } from './domain/attempt-rules';
import { DEFAULT_LEGAL_ENTITY } from './domain/legal-entity';
import type { NotificationReader, PaymentGateway } from './gateway-port';
import { auditRoutes, makeAuditRefusal, makeRecordExport, sealEvents } from './features/audit';
import { authorityRoutes } from './features/authorities';
import { calendarChangeRoutes, calendarRoutes, makeLoadCalendar } from './features/calendar';
import {
  claimPeopleOf,
  type ClaimParts,
  claimRoutes,
  foldCounts,
  remindCustomers,
  indexClaimsOf,
  makeClaimHooks,
  makeEventWords,
  makeOrdersSaved,
  makeRefreshClaim,
  waitingPayoutRoutes,
} from './features/claims';
import {
  breachRoutes,
  clockJobs,
  type ClockParts,
  clockRecurring,
  clockRoutes,
  makeOrderRecount,
  reportRoutes,
  resumeRecount,
  settingPreviewRoutes,
  warningRoutes,
} from './features/clocks';
import { customerRoutes } from './features/customers';
import { documentRoutes, makeDocumentDesk } from './features/documents';
import { type IntakeParts, intakeRoutes, makeTakeMail } from './features/intake';
import { eraseIdCopies, erasureRoutes } from './features/erasure';
import { createJobRunner, jobRoutes, type JobRunner, releaseJobLeases } from './features/jobs';
import {
  claimKeysOf,
  letterDate,
  makeQueueAccountMail,
  makeQueueDigest,
  makeQueueLetter,
  previewRoutes,
  templateRoutes,
} from './features/letters';
import { messageJobs, type MessageParts, messageRoutes } from './features/messages';
import { changesRoutes, createMetrics, docsRoutes, type OpsParts, opsRoutes } from './features/ops';
import { orderRoutes } from './features/orders';
import { paymentRoutes } from './features/payments';
import { capacityOf, forgetDeadLeases, makeBreaker, refundRecurring, refundRoutes } from './features/refunds';
import { loadSettings, settingRoutes } from './features/settings';
import { makeFindMachine, namesOfActors, openSessions, userRoutes } from './features/users';
import { makeForward, webhookRoutes } from './features/webhooks';
import { housekeeping } from './housekeeping';
import { buildApp } from './http/app';
import { createDrain, type Drain } from './http/drain';
import type { RouteSpec } from './http/route';
import type { MailIntake, MailReader } from './mailbox-port';
import type { Clock, DocumentRenderer, Ids, Log, MailSender } from './ports';

/** The open world, as the composition gets it: real in the product, in parts replaced in tests. */
export interface World {
  config: Config;
  clock: Clock;
  ids: Ids;
  log: Log;
  database: Database;
  keyring: Keyring;
  files: DiskFileStore;
  renderer: DocumentRenderer;
  gateway: PaymentGateway;
  notifications: NotificationReader;
  mailSender: MailSender;
  mailReader: MailReader;
  probes: OpsParts['probes'];
  /** Names this process in leases and to colleagues. */
  instance: string;
  /** Only the test entry point gives others than the protocol's. */
  payoutRules?: PayoutRules;
  version: string;
  /** Built screens; null serves none. */
  uiFolder: string | null;
}

export interface Product {
  app: Express;
  routes: readonly RouteSpec[];
  jobs: JobRunner;
  drain: Drain;
  claimParts: ClaimParts;
  /** Where the mailbox hands its messages. */
  intake: MailIntake;
  /** To be called once before work begins: what a dead process left behind becomes unknown or free. */
  recover: () => Promise<void>;
}

const SEAL_EVERY_MS = 5_000;
const FOLD_EVERY_MS = 30_000;
const ERASE_EVERY_MS = 60 * 60_000;
const REMIND_EVERY_MS = 10 * 60_000;

/** Hands every part the parts it needs. */
export function compose(world: World): Product {
  const { config, database, keyring } = world;
  const { uow } = database;
  const { publicUrl } = config;
  const base = { ...world, uow, vault: keyring, publicUrl, loadSettings, loadCalendar: makeLoadCalendar() };

  const letterParts = { ...base, mailFrom: config.mail.from };
  const documentDesk = makeDocumentDesk(base);
  const claimParts: ClaimParts = { ...base, documentDesk, queueLetter: makeQueueLetter(letterParts) };
  const intakeParts: IntakeParts = {
    ...claimParts,
    log: world.log,
    mailReader: world.mailReader,
    mailFrom: config.mail.from,
  };
  const clockParts: ClockParts = {
    ...claimParts,
    longReads: (fn) => database.longReads(fn),
    queueDigest: makeQueueDigest({ ...letterParts, publicUrl }),
  };
  const hooks = makeClaimHooks(claimParts);
  const refresh = makeRefreshClaim(claimParts);
  const refundParts = { ...base, hooks };
  const breaker = makeBreaker();
  const accountParts = { ...base, queueAccountMail: makeQueueAccountMail(letterParts) };
  const messageParts: MessageParts = {
    ...letterParts,
    onLetterSent: hooks.onLetterSent,
    onLetterLost: hooks.onLetterLost,
    claimKeysOf,
    peopleOf: claimPeopleOf,
    namesOf: namesOfActors,
    applicationBlank: keepBlanks((language, at) => applicationPdf(language, DEFAULT_LEGAL_ENTITY, at)),
    letterPdf: (letter) =>
      letterPdf({ ...letter, date: letterDate(letter.language, letter.date) }, DEFAULT_LEGAL_ENTITY),
  };
  const { forwardUrl } = config.gateway;

  const jobs = createJobRunner({
    ...base,
    handlers: {
      ...messageJobs(messageParts),
      ...clockJobs(clockParts),
      ...(forwardUrl === undefined ? {} : { 'webhook.forward': makeForward(forwardUrl, base) }),
    },
    recurring: [
      ...refundRecurring(refundParts, breaker),
      ...clockRecurring(clockParts),
      { kind: 'claims.remind', everyMs: REMIND_EVERY_MS, run: () => remindCustomers(claimParts) },
      ...housekeeping(world),
      {
        kind: 'documents.erase_id_copies',
        everyMs: ERASE_EVERY_MS,
        run: async () => {
          await eraseIdCopies(base);
        },
      },
      {
        kind: 'audit.seal',
        everyMs: SEAL_EVERY_MS,
        run: async () => {
          await sealEvents(uow);
        },
      },
      { kind: 'claims.fold_counts', everyMs: FOLD_EVERY_MS, run: () => foldCounts(uow) },
    ],
  });

  const drain = createDrain();
  const metrics = createMetrics(base);
  const routes: RouteSpec[] = [
    ...userRoutes(accountParts),
    ...claimRoutes(claimParts),
    ...orderRoutes({ ...base, onOrdersSaved: makeOrdersSaved(claimParts) }),
    ...documentRoutes({
      ...base,
      documentsChanged: async (tx, { claimId }) => {
        await refresh(tx, claimId, 'document');
      },
    }),
    ...erasureRoutes({ uow, letterPdf: messageParts.letterPdf }),
    ...messageRoutes(messageParts),
    ...intakeRoutes(intakeParts),
    ...paymentRoutes({ ...base, capacityOf }),
    ...waitingPayoutRoutes(base),
    ...refundRoutes(refundParts, breaker),
    ...webhookRoutes({ ...base, hooks, forwards: forwardUrl !== undefined }),
    ...customerRoutes({ ...base, onCustomerChanged: indexClaimsOf }),
    ...calendarRoutes(base),
    ...calendarChangeRoutes({ ...base, onPublished: makeOrderRecount(base) }),
    ...clockRoutes(clockParts),
    ...settingPreviewRoutes(clockParts),
    ...reportRoutes({ ...clockParts, recordExport: makeRecordExport(base) }),
    ...warningRoutes(clockParts),
    ...breachRoutes(clockParts),
    ...settingRoutes(base),
    ...authorityRoutes(base),
    ...templateRoutes(),
    ...previewRoutes(letterParts),
    ...auditRoutes({ ...base, namesOf: namesOfActors, wordsOf: makeEventWords(base) }),
    ...jobRoutes(base),
    ...opsRoutes({
      ...base,
      drain,
      metrics,
      metricsToken: config.metricsToken,
      sandbox: config.gateway.url === 'sandbox:',
      testTerminal: config.gateway.publicId.startsWith('test_'),
      demo: config.demo,
    }),
    ...changesRoutes({ uow, drain, log: world.log }),
    ...docsRoutes({ routes: () => routes, version: world.version, ids: world.ids }),
  ];

  const app = buildApp({
    ...base,
    routes,
    trustProxy: config.trustProxy,
    sessions: openSessions({ ...base, secret: keyring.blindIndex('session-cookie') }),
    findMachine: makeFindMachine(base),
    onAnswer: metrics.onAnswer,
    onRefusal: makeAuditRefusal(base),
  });
  return {
    app,
    routes,
    jobs,
    drain,
    claimParts,
    intake: makeTakeMail(intakeParts),
    recover: async () => {
      // The lock file of SQLite names the one server.
      const alone = database.engine === 'sqlite';
      await forgetDeadLeases(refundParts, alone);
      if (alone) await releaseJobLeases(uow);
      await resumeRecount(clockParts);
    },
  };
}
