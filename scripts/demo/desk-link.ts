import type { OrderInput } from '../../server/features/orders';

/** The desk's API, as a reviewer of the demo uses it. */
export interface DeskLink {
  /** Enters an order; false when the desk refuses it. */
  enterOrder(order: OrderInput): Promise<boolean>;
  /** The claim that names this order; null when none does. */
  claimOfOrder(orderNumber: string): Promise<{ id: string; number: string } | null>;
}

/** Null when the desk is away or knows another password. */
export async function signInToDesk(address: string, password: string | null): Promise<DeskLink | null> {
  if (password === null) return null;
  const json = { 'content-type': 'application/json' };
  const signIn = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email: 'reviewer@umami.kz', password }),
  }).catch(() => null);
  if (!signIn?.ok) return null;
  const { csrfToken } = (await signIn.json()) as { csrfToken: string };
  const cookie = signIn.headers.getSetCookie().map((each) => each.split(';')[0]).join('; '); // prettier-ignore
  return {
    enterOrder: async (order) => {
      const answer = await fetch(`${address}/api/orders`, {
        method: 'POST',
        headers: { ...json, cookie, 'x-csrf-token': csrfToken },
        body: JSON.stringify(order),
      });
      return answer.ok;
    },
    claimOfOrder: async (orderNumber) => {
      const filter = encodeURIComponent(JSON.stringify({ orderNumber }));
      const answer = await fetch(`${address}/api/claims?filter=${filter}`, { headers: { cookie } });
      if (!answer.ok) return null;
      const [claim] = (await answer.json()) as { id: string; number: string }[];
      return claim ?? null;
    },
  };
}
