import type { Person } from './desk';
import type { RunningProduct } from './product';

export interface Line {
  title: string;
  quantity: number;
  /** In tenge, for one piece. */
  price: number;
}

export interface OrderFacts {
  number: string;
  name: string;
  email: string;
  /** `YYYY-MM-DD`, five days ago when left out. */
  placedOn?: string;
  /** `YYYY-MM-DD`; absent while the goods are with the shop. */
  handedOverOn?: string;
  lines: Line[];
}

/** The product's API as programs use it, signed in as one of the staff. */
export async function apiOf({ url, password }: RunningProduct, person: Person) {
  const signedIn = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: `${person}@umami.kz`, password }),
  });
  const { csrfToken } = (await signedIn.json()) as { csrfToken: string };
  const headers = {
    Cookie: (signedIn.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '',
    'X-CSRF-Token': csrfToken,
  };
  const call = async <T>(method: string, path: string, body?: string, type = 'application/json') => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { ...headers, 'Content-Type': type },
      body,
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${String(answer.status)}: ${text}`);
    return JSON.parse(text) as T;
  };
  return {
    get: <T>(path: string) => call<T>('GET', path),
    post: <T>(path: string, body: object) => call<T>('POST', path, JSON.stringify(body)),
    /** Fetches something that is no JSON, such as a page image. */
    open: async (path: string) => {
      const answer = await fetch(`${url}${path}`, { headers });
      if (!answer.ok) throw new Error(`GET ${path} answered ${String(answer.status)}`);
      return Buffer.from(await answer.arrayBuffer());
    },
    /** Orders come as a file, as the shop exports them. */
    importOrders: (orders: readonly OrderFacts[]) =>
      call('POST', '/api/orders/import', csvOf(orders), 'text/csv'),
    /** The shop's site pushes an order with a token that the administrator made. */
    pushOrder: async (order: OrderFacts) => {
      const { token } = await call<{ token: string }>(
        'POST',
        '/api/api-tokens',
        JSON.stringify({ name: 'site' }),
      );
      const answer = await fetch(`${url}/api/push/orders/${order.number}`, {
        method: 'PUT',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({
          customerName: order.name,
          customerEmail: order.email,
          placedAt: `${order.placedOn ?? daysAgo(5)}T12:00:00+05:00`,
          handedOverOn: order.handedOverOn ?? null,
          lines: order.lines.map(({ title, quantity, price }) => ({
            title,
            quantity,
            unitMinor: price * 100,
          })),
        }),
      });
      if (!answer.ok)
        throw new Error(`The push was answered ${String(answer.status)}: ${await answer.text()}`);
    },
  };
}

/** Day so many days ago in Almaty, as the shop writes it. */
export function daysAgo(days: number): string {
  const almaty = new Date(Date.now() + 5 * 3_600_000 - days * 86_400_000);
  return almaty.toISOString().slice(0, 10);
}

function csvOf(orders: readonly OrderFacts[]): string {
  const rows = orders.flatMap((order) =>
    order.lines.map(({ title, quantity, price }) =>
      [
        order.number,
        order.placedOn ?? daysAgo(5),
        order.name,
        order.email,
        order.handedOverOn ?? '',
        `"${title}"`,
        String(quantity),
        String(price),
      ].join(','),
    ),
  );
  const head = 'number,placed_at,customer_name,customer_email,handed_over_on,line_title,quantity,unit_price';
  return [head, ...rows].join('\n');
}
