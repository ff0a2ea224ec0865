import { toUnits } from './amount';
import type { Fault, FaultQueue } from './faults';
import type { Method, Result } from './results';
import { noticeOf } from './notice-fields';
import type { Notifier } from './notifier';
import type { Params } from './params';
import type { Answer, Notice, NoticeType, NoticeVariant, Operation, RememberedAnswer } from './types';
import type { World } from './world';

export interface Call {
  /** Path without its first slash; null for an act by hand in the cabinet. */
  method: string | null;
  run: Method;
  params: Params;
  requestId: string | null;
  fault: Fault | null;
  remembers: boolean;
}

const DEFAULT_LAG_MINUTES = 15;

/** Executes methods: one result per request key, money and its notification written as one line. */
export class Processor {
  readonly #inFlight = new Map<string, Promise<Answer>>();

  constructor(
    private readonly world: World,
    private readonly faults: FaultQueue,
    private readonly notifier: Notifier,
    private readonly publicId: string,
  ) {}

  /**
   * Answers a call, or repeats the answer its key already got.
   * A second call with a key in flight waits for the first (our choice: the real behaviour is undocumented);
   * `before` runs between taking the key and executing, for faults that execute late.
   */
  async process(call: Call, before: Promise<void> = Promise.resolve()): Promise<Answer> {
    const key = keyOf(call);
    // G17: both requests of a pair run; G16: the gateway has forgotten the key.
    if (key === null || call.fault?.code === 'G17') return this.#executeAfter(before, call, key);
    const known = call.fault?.code === 'G16' ? null : this.world.remembered(key);
    if (known) return known;
    const running = this.#inFlight.get(key);
    if (running) return running;

    const execution = this.#executeAfter(before, call, key);
    this.#inFlight.set(key, execution);
    try {
      return await execution;
    } finally {
      this.#inFlight.delete(key);
    }
  }

  /** Remembers an answer made up by a fault as the processed result of the key. */
  remember(call: Call, answer: Answer): void {
    const key = keyOf(call);
    if (key !== null) this.world.commit({ remembered: this.#remembered(key, answer) });
  }

  async #executeAfter(before: Promise<void>, call: Call, key: string | null): Promise<Answer> {
    await before;
    return this.#execute(call, key);
  }

  async #execute(call: Call, key: string | null): Promise<Answer> {
    const now = this.world.clock.now();
    const { code, variant } = call.fault ?? {};
    const { answer, moved } = call.run({
      world: this.world,
      publicId: this.publicId,
      params: call.params,
      now,
      lagMinutes: code === 'G13' ? minutes(variant) : 0,
      pageShift: code === 'G14' ? (variant === 'skip' ? 1 : -1) : 0,
    });
    const remembered = key === null ? undefined : this.#remembered(key, answer);
    if (!moved) {
      if (remembered) this.world.commit({ remembered });
      return answer;
    }

    const notice = moved.notice && this.noticeFor(moved.notice.type, moved.notice.operation, call.fault);
    const notices = notice ? [notice] : [];
    this.world.commit({ entry: entryOf(call, moved), operations: moved.operations, notices, remembered });
    if (notice?.variant === 'before') await this.notifier.deliver(notice);
    else if (notice) this.notifier.start(notice);
    return answer;
  }

  /** The notice of an operation, with the G15 variant armed for its type or for the call that caused it. */
  noticeFor(type: NoticeType, operation: Operation, callFault: Fault | null): Notice | null {
    if (!this.notifier.enabled) return null;
    const own = this.faults.take(`notifications/${type}`);
    const fault = own?.code === 'G15' ? own : callFault;
    const variant = fault?.code === 'G15' ? ((fault.variant ?? 'triple') as NoticeVariant) : null;
    return noticeOf(type, operation, this.world.clock.now(), variant);
  }

  #remembered(key: string, answer: Answer): RememberedAnswer {
    return { key, at: this.world.clock.now(), answer };
  }
}

/** What an answer is remembered under; null when it is not. */
export function keyOf({ remembers, method, requestId }: Call): string | null {
  return remembers && method !== null && requestId !== null ? `${method} ${requestId}` : null;
}

function entryOf(call: Call, moved: NonNullable<Result['moved']>) {
  const { kind, transactionId, paymentTransactionId, amountMinor } = moved;
  return {
    kind,
    transactionId,
    paymentTransactionId,
    amount: toUnits(amountMinor),
    requestId: call.requestId,
    method: call.method,
    body: loggable(call.params),
    fault: call.fault?.name ?? null,
    byHand: call.method === null,
  };
}

/** Parameters without what no log may hold: the card. */
export function loggable(params: Params): Params {
  const hidden = ['CardCryptogramPacket', 'Cryptogram', 'PaRes'];
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, hidden.includes(name) ? '(hidden)' : value]),
  );
}

function minutes(variant: string | null | undefined): number {
  const named = Number(variant);
  return variant && Number.isFinite(named) ? named : DEFAULT_LAG_MINUTES;
}
