import { createHmac } from 'node:crypto';
import { toForm } from './dotnet-form';
import type { Notice } from './types';
import type { World } from './world';

const MINUTE_MS = 60_000;
/** Minutes between tries as documented; after the last of them every 30 minutes. */
const RETRY_MINUTES = [1, 2, 5, 10, 30];
const MAX_ATTEMPTS = 100;
const ANSWER_TIMEOUT_MS = 30_000;

/** Delivers signed notifications to the merchant, again and again until it answers `{"code":0}`. */
export class Notifier {
  readonly #stopped = new AbortController();

  constructor(
    private readonly world: World,
    private readonly baseUrl: string | null,
    private readonly secret: string,
  ) {}

  get enabled(): boolean {
    return this.baseUrl !== null;
  }

  /** Takes up what a restart interrupted. */
  resume(): void {
    for (const notice of this.world.notices.values()) this.start(notice);
  }

  /** Sends a notice when it is due: at once, late (G15) or never (G15). */
  start(notice: Notice): void {
    if (notice.variant === 'never') {
      this.world.commit({ noticeDone: notice.id });
      return;
    }
    this.world.clock.schedule(notice.dueAt, () => this.deliver(notice));
  }

  /** One delivery (three with G15:triple) and, if it failed, the next date. Never throws. */
  async deliver(notice: Notice): Promise<void> {
    const copies = notice.variant === 'triple' ? 3 : 1;
    let accepted = false;
    for (let copy = 0; copy < copies && !this.#stopped.signal.aborted; copy += 1) {
      this.#log(notice);
      accepted = await this.#post(notice);
    }
    if (this.#stopped.signal.aborted) return;
    // A forged signature is not worth a second try: the right receiver refuses it for ever.
    if (accepted || notice.variant === 'hmac') this.world.commit({ noticeDone: notice.id });
    else this.#retry(notice);
  }

  stop(): void {
    this.#stopped.abort();
  }

  #retry(notice: Notice): void {
    const attempts = notice.attempts + 1;
    if (attempts >= MAX_ATTEMPTS) {
      this.world.commit({ noticeDone: notice.id });
      return;
    }
    const waitMinutes = RETRY_MINUTES[attempts - 1] ?? 30;
    const again = { ...notice, attempts, dueAt: this.world.clock.now() + waitMinutes * MINUTE_MS };
    this.world.commit({ notices: [again] });
    this.world.clock.schedule(again.dueAt, () => this.deliver(again));
  }

  async #post(notice: Notice): Promise<boolean> {
    if (this.baseUrl === null) return false;
    const body = toForm(notice.fields);
    const secret = notice.variant === 'hmac' ? `not-${this.secret}` : this.secret;
    try {
      const response = await fetch(`${this.baseUrl.replace(/\/+$/, '')}/${notice.type}`, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'content-hmac': sign(body, secret),
          'x-content-hmac': sign(decodeURIComponent(body.replace(/\+/g, ' ')), secret),
        },
        body,
        signal: AbortSignal.any([this.#stopped.signal, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]),
      });
      const answer: unknown = await response.json();
      return response.status === 200 && isCodeZero(answer);
    } catch {
      return false;
    }
  }

  #log(notice: Notice): void {
    const { TransactionId, PaymentTransactionId, Amount } = notice.fields;
    this.world.commit({
      entry: {
        kind: 'notification',
        transactionId: Number(TransactionId),
        paymentTransactionId: PaymentTransactionId === undefined ? null : Number(PaymentTransactionId),
        amount: Number(Amount),
        requestId: null,
        method: `notifications/${notice.type}`,
        body: notice.fields,
        fault: notice.variant && `G15:${notice.variant}`,
        byHand: false,
      },
    });
  }
}

function sign(message: string, secret: string): string {
  return createHmac('sha256', secret).update(message, 'utf8').digest('base64');
}

function isCodeZero(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'code' in answer && answer.code === 0;
}
