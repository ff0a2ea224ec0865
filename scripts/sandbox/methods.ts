import { authorize, charge, post3ds } from './card-methods';
import { confirm, refund, voidPayment } from './money-methods';
import { find, findV2, get, list, listV2, test } from './read-methods';
import type { Method, Result } from './results';

interface MethodSpec {
  run: Method;
  /** A repeated X-Request-ID gets the first result again. */
  remembers: boolean;
}

/** The methods of the gateway by path without the first slash. */
export const METHODS: Readonly<Record<string, MethodSpec | undefined>> = {
  test: { run: test, remembers: false },
  'payments/cards/charge': { run: charge, remembers: true },
  'payments/cards/auth': { run: authorize, remembers: true },
  'payments/cards/post3ds': { run: post3ds, remembers: true },
  'payments/confirm': { run: confirm, remembers: true },
  'payments/void': { run: voidPayment, remembers: true },
  'payments/refund': { run: refund, remembers: true },
  'payments/get': { run: get, remembers: false },
  'payments/find': { run: find, remembers: false },
  'v2/payments/find': { run: findV2, remembers: false },
  'payments/list': { run: list, remembers: false },
  'v2/payments/list': { run: listV2, remembers: false },
  'chargebacks/list': { run: noChargebacks, remembers: false },
};

/** The sandbox has no chargebacks yet; the method is there so that a poll of it is not an error. */
function noChargebacks(): Result {
  return { answer: { Success: true, Message: null, Model: [] } };
}
