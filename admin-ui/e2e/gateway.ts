import type { RunningProduct } from './product';

/** One line of the sandbox's own log, its truth (design §8b). */
export interface LogLine {
  seq: number;
  kind: 'payment' | 'refund' | 'void' | 'confirm' | 'call' | 'notification';
  transactionId: number | null;
  paymentTransactionId: number | null;
  amount: number | null;
  requestId: string | null;
  method: string | null;
  fault: string | null;
  byHand: boolean;
}

export interface PaymentFacts {
  /** In tenge. */
  amount: number;
  invoiceId: string;
  email: string;
  status?: 'Completed' | 'Authorized' | 'Declined';
  /** The gateway's own number for why it failed. */
  reasonCode?: number;
  createdAt?: string;
}

/** The hand that moves the sandbox, and the eye that reads its log. */
export function gatewayOf({ sandboxUrl }: Pick<RunningProduct, 'sandboxUrl'>) {
  const control = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const answer = await fetch(`${sandboxUrl}/__sandbox/${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`The sandbox answered ${String(answer.status)} to ${path}: ${text}`);
    return JSON.parse(text) as T;
  };
  const log = () => control<LogLine[]>('GET', 'log');
  return {
    log,
    /** Makes a payment and answers its transaction number and the card's last four digits. */
    pay: async (facts: PaymentFacts) => {
      const body = { currency: 'KZT', accountId: facts.email, ...facts };
      const { Model } = await control<{ Model: { TransactionId: number; CardLastFour: string } }>(
        'POST',
        'payments',
        body,
      );
      return { transactionId: Model.TransactionId, lastFour: Model.CardLastFour };
    },
    /** Money that went back on a payment, oldest first. */
    moved: async (paymentTransactionId: number) =>
      (await log()).filter(
        (line) =>
          (line.kind === 'refund' || line.kind === 'void') &&
          (line.paymentTransactionId === paymentTransactionId || line.transactionId === paymentTransactionId),
      ),
    fault: (method: string, fault: string, times = 1) => control('POST', 'faults', { method, fault, times }),
    noFaults: () => control('DELETE', 'faults'),
    setClock: (offsetMs: number) => control('POST', 'clock', { offsetMs }),
  };
}

export type Gateway = ReturnType<typeof gatewayOf>;
