import type { Tx, UnitOfWork } from '../../adapters/db/unit-of-work';
import type { PayoutRules } from '../../domain/attempt-rules';
import type { LegalSettings } from '../../domain/legal-settings';
import type { PaymentGateway } from '../../gateway-port';
import type { Clock, Ids, Log } from '../../ports';

/** What refunds tell the claim that they belong to, in the transaction of their own change. */
export interface RefundHooks {
  onAccepted: (tx: Tx, claimId: string) => Promise<void>;
  onSettled: (tx: Tx, claimId: string) => Promise<void>;
  onRefused: (tx: Tx, claimId: string, facts: { refundId: string; text: string }) => Promise<void>;
  onReversed: (tx: Tx, claimId: string, facts: { refundId: string; text: string }) => Promise<void>;
}

export interface RefundParts {
  uow: UnitOfWork;
  clock: Clock;
  ids: Ids;
  log: Log;
  gateway: PaymentGateway;
  hooks: RefundHooks;
  loadSettings: (tx: Tx, onDate: string) => Promise<LegalSettings>;
  /** Names this process in leases. */
  instance: string;
  /** Only a test that proves what a rule is good for gives others. */
  payoutRules?: PayoutRules;
}
