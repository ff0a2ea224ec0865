/** What the demo asks the sandbox's control API for; sums are decimals of a tenge, as the gateway writes them. */
export interface SandboxPayment {
  amount: number;
  currency: string;
  invoiceId: string;
  accountId: string;
  email: string | null;
  status: 'Completed' | 'Authorized' | 'Declined';
  createdAt: string;
  reasonCode?: number;
  cardLastFour: string;
  cardType: string;
  issuer: string;
  name: string;
}

export interface SandboxControl {
  /** Makes a payment, once a `mark`: asked again, it answers the same transaction. */
  pay(payment: SandboxPayment, mark: string): Promise<number>;
  /** A refund made by hand in the gateway's cabinet; once a payment. */
  refundByHand(transactionId: number, amount: number): Promise<void>;
  /** Lets the next calls of a method go wrong. */
  arm(method: string, fault: string, times: number): Promise<void>;
  disarm(): Promise<void>;
  /** Moves the gateway's time to an instant. */
  moveTo(instant: number): Promise<void>;
  /** Gives the gateway the time back that it had at first. */
  restoreClock(): Promise<void>;
  /** Whether any payment names this order number. */
  knowsInvoice(invoiceId: string): Promise<boolean>;
}

interface LogEntry {
  kind: string;
  transactionId: number;
  paymentTransactionId: number | null;
  body: Record<string, unknown> | null;
  byHand: boolean;
}

interface ClockAnswer {
  offsetMs: number;
  now: string;
}

/** Talks to `/__sandbox` of a running sandbox. */
export async function openSandboxControl(url: string): Promise<SandboxControl> {
  const ask = async <T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<T> => {
    const response = await fetch(`${url}/__sandbox/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    });
    if (!response.ok) throw new Error(`The sandbox answered ${String(response.status)} to ${method} ${path}`);
    return (await response.json()) as T;
  };
  const first = await ask<ClockAnswer>('GET', 'clock');
  const log = await ask<LogEntry[]>('GET', 'log');
  const marked = new Map(log.map((entry) => [markOf(entry), entry.transactionId]));
  const invoices = new Set(log.filter(({ kind }) => kind === 'payment').map(({ body }) => body?.invoiceId));

  async function once(mark: string, make: () => Promise<number>): Promise<number> {
    const known = marked.get(mark);
    if (known !== undefined) return known;
    const made = await make();
    marked.set(mark, made);
    return made;
  }

  return {
    pay: (payment, mark) =>
      once(mark, async () => {
        const { Model } = await ask<{ Model: { TransactionId: number } }>('POST', 'payments', {
          ...payment,
          mark,
        });
        return Model.TransactionId;
      }),
    refundByHand: async (transactionId, amount) => {
      await once(`refund:${String(transactionId)}`, async () => {
        await ask('POST', 'refunds', { transactionId, amount });
        return transactionId;
      });
    },
    arm: (method, fault, times) => ask('POST', 'faults', { method, fault, times }),
    disarm: () => ask('DELETE', 'faults'),
    moveTo: async (instant) => {
      const { offsetMs, now } = await ask<ClockAnswer>('GET', 'clock');
      await ask('POST', 'clock', { offsetMs: Math.round(offsetMs + instant - Date.parse(now)) });
    },
    restoreClock: async () => {
      await ask('POST', 'clock', { offsetMs: first.offsetMs });
    },
    knowsInvoice: (invoiceId) => Promise.resolve(invoices.has(invoiceId)),
  };
}

function markOf({ kind, byHand, body, paymentTransactionId }: LogEntry): string {
  if (!byHand) return '';
  if (kind === 'refund') return `refund:${String(paymentTransactionId)}`;
  return typeof body?.mark === 'string' ? body.mark : '';
}
