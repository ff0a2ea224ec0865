import { Entity, Index, PrimaryColumn } from 'typeorm';
import {
  CountColumn,
  DateColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  MinorColumn,
  TextColumn,
} from '../../adapters/db/columns';
import type { BreachCause, BreachFacts, Holder } from '../../domain/breach-cause';
import type {
  Channel,
  ClaimKind,
  ClaimState,
  GoodsState,
  Language,
  ReasonCode,
  RequiredItem,
} from '../../domain/claim';
import type { ObligationKind, ObligationStatus, VoidReason } from '../../domain/obligations';
import type {
  ChecklistItem,
  ClaimTask,
  ClaimVerdict,
  Party,
  PayoutFailure,
  Proposal,
  RecordedRequest,
  Restarts,
  StateTimes,
  Waiting,
} from './claim.types';

/** One demand of one customer, from its arrival to its end. */
@Entity('claims')
@Index(['state', 'dueAt', 'id'])
@Index(['assigneeId', 'state', 'dueAt'])
@Index(['dueAt', 'id'])
@Index(['createdAt', 'id'])
export class ClaimEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 }) id!: string;
  /** `UM-2026-000123`. */
  @TextColumn(20, { unique: true }) number!: string;
  @TextColumn(32) kind!: ClaimKind;
  @TextColumn(20) state!: ClaimState;
  @TextColumn(12) channel!: Channel;
  @TextColumn(2) language!: Language;
  /** True while the language of the customer is a guess: letters go out in Kazakh and Russian. */
  @TextColumn(8) languageSource!: 'detected' | 'unsure' | 'staff' | 'customer';
  @Index() @IdColumn() customerId!: string;
  /** The cardholder, when somebody else than the customer paid. */
  @JsonColumn({ nullable: true }) payer!: Party | null;
  @JsonColumn({ nullable: true }) representative!: Party | null;
  @IdColumn({ nullable: true }) orderId!: string | null;
  @Index() @TextColumn(64, { nullable: true }) orderNumber!: string | null;
  @Index() @IdColumn({ nullable: true }) paymentId!: string | null;
  @MinorColumn({ nullable: true }) requestedMinor!: number | null;
  @MinorColumn({ nullable: true }) approvedMinor!: number | null;
  @TextColumn(3) currency!: string;
  /** When the consumer presented the demand: starts the ten days. */
  @InstantColumn() demandedAt!: number;
  /** Why `demandedAt` differs from the moment of entry. */
  @TextColumn(500, { nullable: true }) demandedReason!: string | null;
  /** When money was first demanded: a claim about a defect may ask for repair first. */
  @InstantColumn({ nullable: true }) moneyDemandedAt!: number | null;
  /** Since when its terms run anew, because it was opened again as a new demand. */
  @JsonColumn() restarts!: Restarts;
  /** The bank has taken the payment back for its customer. */
  @InstantColumn({ nullable: true }) chargedBackAt!: number | null;
  /** Since when nothing of it may be erased, because a court, an authority or a dispute needs it; null when nothing forbids it. */
  @InstantColumn({ nullable: true }) heldAt!: number | null;
  /** When the last required item arrived: starts the three working days. */
  @InstantColumn({ nullable: true }) completeAt!: number | null;
  @DateColumn({ nullable: true }) handedOverOn!: string | null;
  @DateColumn({ nullable: true }) dueOn!: string | null;
  @InstantColumn({ nullable: true }) dueAt!: number | null;
  @InstantColumn({ nullable: true }) latestSafeAt!: number | null;
  /** Whether `dueOn` leans on a year whose calendar is not published. */
  @FlagColumn() provisional!: boolean;
  @IdColumn({ nullable: true }) assigneeId!: string | null;
  @JsonColumn() missing!: RequiredItem[];
  /** When a person last asked for more than the required papers; null once something has come. */
  @InstantColumn({ nullable: true }) askedAt!: number | null;
  @JsonColumn() checklist!: ChecklistItem[];
  @JsonColumn({ nullable: true }) verdict!: ClaimVerdict | null;
  @JsonColumn({ nullable: true }) proposal!: Proposal | null;
  @IdColumn({ nullable: true }) approvedById!: string | null;
  @InstantColumn({ nullable: true }) approvedAt!: number | null;
  /** Set while a refused payout waits for a person; holds the gateway's own text. */
  @JsonColumn({ nullable: true }) payoutFailure!: PayoutFailure | null;
  @IdColumn({ nullable: true }) duplicateOfId!: string | null;
  /** How long the customer has been waited for, and what was sent meanwhile; null while nothing is waited for. */
  @JsonColumn({ nullable: true }) waiting!: Waiting | null;
  /** When the next reminder or warning is due. */
  @Index() @InstantColumn({ nullable: true }) waitingNextAt!: number | null;
  /** How long it stood in each state; null for a claim of an older version that has not changed since. */
  @JsonColumn({ nullable: true }) times!: StateTimes | null;
  /** What a person has to do beside the decision, such as to call a customer whose mail came back. */
  @JsonColumn() tasks!: ClaimTask[];
  /** What authorities asked about it; null for a claim that none asked about. */
  @JsonColumn({ nullable: true }) authorityRequests!: RecordedRequest[] | null;
  /** The claim's data key, wrapped: opens the personal values of its messages and events. */
  @LongTextColumn() wrappedKey!: string;
  /** In every reply address of this claim: 128 random bits. */
  @TextColumn(32, { unique: true }) replyToken!: string;
  @InstantColumn() createdAt!: number;
  @InstantColumn() updatedAt!: number;
  @InstantColumn({ nullable: true }) closedAt!: number | null;
  @CountColumn() version!: number;
}

/** What is returned. */
@Entity('claim_lines')
export class ClaimLineEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 }) id!: string;
  @Index() @IdColumn() claimId!: string;
  @IdColumn({ nullable: true }) orderLineId!: string | null;
  @CountColumn() position!: number;
  @TextColumn(300) title!: string;
  @CountColumn() quantity!: number;
  @MinorColumn() unitMinor!: number;
  @MinorColumn() discountMinor!: number;
  @MinorColumn() askedMinor!: number;
  @MinorColumn({ nullable: true }) approvedMinor!: number | null;
  @TextColumn(40, { nullable: true }) reasonCode!: ReasonCode | null;
  @TextColumn(12) goods!: GoodsState;
}

/**
 * One running or ended term, with the reason for its date. Rewritten whenever the claim's facts change; those of
 * an earlier round (before the claim was opened again) stay as they were.
 */
@Entity('obligations')
@Index(['claimId', 'kind', 'round'], { unique: true })
@Index(['status', 'dueAt', 'id'])
export class ObligationEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 }) id!: string;
  @IdColumn() claimId!: string;
  @TextColumn(40) kind!: ObligationKind;
  @CountColumn() round!: number;
  @InstantColumn() startsAt!: number;
  @DateColumn() startsOn!: string;
  @DateColumn() dueOn!: string;
  @InstantColumn() dueAt!: number;
  @InstantColumn() internalTargetAt!: number;
  @InstantColumn() latestSafeAt!: number;
  @TextColumn(10) status!: ObligationStatus;
  /** Whether something still has to be done; a breached one stays open until it is done. */
  @FlagColumn() open!: boolean;
  @InstantColumn({ nullable: true }) doneAt!: number | null;
  @TextColumn(20, { nullable: true }) voidReason!: VoidReason | null;
  @FlagColumn() provisional!: boolean;
  /** The legal settings of this day were used. */
  @DateColumn() settingsOn!: string;
  @TextColumn(40) calendarVersion!: string;
  @TextColumn(200) article!: string;
  @JsonColumn() trace!: unknown;
  /** When the sweep looks at it next: 0 is at once, null never (it is over, or every step is told). */
  @Index() @InstantColumn({ nullable: true }) nextStepAt!: number | null;
}

/** A term that was not kept, with its cause and who had the claim when. */
@Entity('breaches')
@Index(['dueAt', 'id'])
export class BreachEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 }) id!: string;
  @IdColumn({ unique: true }) obligationId!: string;
  @Index() @IdColumn() claimId!: string;
  @TextColumn(40) kind!: ObligationKind;
  @DateColumn() dueOn!: string;
  @InstantColumn() dueAt!: number;
  @TextColumn(24) cause!: BreachCause;
  /** What the machine found the cause by. */
  @JsonColumn() facts!: Omit<BreachFacts, 'kind' | 'dueOn'>;
  @JsonColumn() holders!: Holder[];
  /** Who had it when the term passed. */
  @IdColumn({ nullable: true }) holderId!: string | null;
  /** A manager who corrected the cause. */
  @IdColumn({ nullable: true }) correctedById!: string | null;
  /** Set when the term turned out to be kept after all: its date was corrected, or it was void. */
  @InstantColumn({ nullable: true }) revokedAt!: number | null;
  @InstantColumn() at!: number;
  @CountColumn() version!: number;
}

/** A running term whose last day another calendar has moved; one row a version of the calendar. */
@Entity('deadline_moves')
@Index(['claimId', 'kind', 'round', 'calendarVersion'], { unique: true })
@Index(['changeId', 'id'])
export class DeadlineMoveEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 }) id!: string;
  /** The change of the calendar; null while that is still at work. */
  @IdColumn({ nullable: true }) changeId!: string | null;
  @IdColumn() claimId!: string;
  @TextColumn(40) kind!: ObligationKind;
  @CountColumn() round!: number;
  @DateColumn() fromOn!: string;
  @DateColumn() toOn!: string;
  /** An earlier date is an alert. */
  @FlagColumn() earlier!: boolean;
  /** The new date had passed already when it was counted. */
  @FlagColumn() late!: boolean;
  /** The date that the customer was last told, when it is another one. */
  @DateColumn({ nullable: true }) toldOn!: string | null;
  /** Of the letter that corrects the date. */
  @TextColumn(8) letter!: 'none' | 'waiting' | 'queued' | 'dropped';
  @TextColumn(40) calendarVersion!: string;
  @InstantColumn() at!: number;
}

/** Last claim number of an Almaty year; counted up in the creating transaction. */
@Entity('claim_counters')
export class ClaimCounterEntity {
  @PrimaryColumn({ type: 'integer' }) year!: number;
  @CountColumn() last!: number;
}

/** Folded words that find a claim: customer's name and address, claim and order number. Erasure deletes them. */
@Entity('claim_search')
@Index('claim_search_by_beginning', { synchronize: false })
export class ClaimSearchEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 }) claimId!: string;
  @PrimaryColumn({ type: 'varchar', length: 254 }) term!: string;
}
