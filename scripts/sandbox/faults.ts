/** An armed fault: `code` is G1 to G17, `variant` what stands after the colon. */
export interface Fault {
  code: string;
  variant: string | null;
  /** As it was asked for, for the log. */
  name: string;
}

interface Armed {
  method: string;
  fault: Fault;
  times: number;
}

/** What may stand after the colon; a fault that is not named here has no variants. */
const VARIANTS: Readonly<Record<string, RegExp>> = {
  G9: /^\d{1,3}$/, // seconds until it executes
  G11: /^(cut|html)$/,
  G13: /^\d{1,4}$/, // minutes that the list lags
  G14: /^(again|skip)$/, // a row comes twice, or one is passed over
  G15: /^(triple|late|before|never|amount|hmac)$/,
};
const FAULT_NAME = /^(G(?:[1-9]|1[0-7]))(?::(\w+))?$/;
const MAX_TIMES = 1_000_000;

/** Faults waiting for their calls, first in, first out for each method. */
export class FaultQueue {
  #armed: Armed[] = [];

  /** @returns false when the name or the number of times is not one we know */
  arm(method: string, name: string, times: number): boolean {
    const match = FAULT_NAME.exec(name);
    const [, code = '', variant] = match ?? [];
    if (!match || !Number.isInteger(times) || times < 1 || times > MAX_TIMES) return false;
    if (variant !== undefined && !VARIANTS[code]?.test(variant)) return false;
    const fault = { code, variant: variant ?? null, name };
    this.#armed.push({ method: method.replace(/^\//, ''), fault, times });
    return true;
  }

  take(method: string): Fault | null {
    const next = this.#armed.find((armed) => armed.method === method);
    if (!next) return null;
    next.times -= 1;
    if (next.times === 0) this.#armed = this.#armed.filter((armed) => armed !== next);
    return next.fault;
  }

  clear(): void {
    this.#armed = [];
  }

  list(): { method: string; fault: string; times: number }[] {
    return this.#armed.map(({ method, fault, times }) => ({ method, fault: fault.name, times }));
  }
}
