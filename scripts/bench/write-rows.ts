import { randomUUID } from 'node:crypto';
import { type HttpClient, httpClient } from './http-client';
import { compare } from './measure';
import { freshCopy, type Paper, papersOf } from './papers';
import { PASSWORD } from './processes';
import type { Sides } from './read-rows';
import { costLine, type Line } from './report';

/** Create with two sealed files, and sign-in: what a person does once, beside the least that it can cost. */
export async function writeRows(sides: Sides, productUrl: string): Promise<Line[]> {
  const limit = httpClient(sides.limitUrl);
  const papers = await papersOf({ pdf: 200_000, photo: 200_000 });
  const product = { pids: sides.productPids };
  const raw = { pids: sides.limitPids };

  const created = await compare(
    {
      product: { ...product, operation: (n) => create(sides, n, papers) },
      limit: { ...raw, operation: () => createRaw(limit, papers) },
    },
    { rounds: 5, operations: 20, together: 2 },
  );
  const signedIn = await compare(
    {
      product: { ...product, operation: () => signInOnce(productUrl) },
      limit: {
        ...raw,
        operation: async () => {
          await limit.ok('/verify');
        },
      },
    },
    { rounds: 5, operations: 20, together: 1 },
  );
  limit.close();
  return [
    costLine('create with two files of 200 KB, sealed', sides.claims, created, { must: 2.5, aim: 1.8 }),
    costLine('sign-in against one argon2id', sides.claims, signedIn, { must: 1.3, aim: null }),
  ];
}

async function create({ desk }: Sides, n: number, papers: readonly Paper[]): Promise<void> {
  const claim = {
    kind: 'refusal_after_handover',
    channel: 'desk',
    language: 'kk',
    customer: { name: `Айгүл Омарова ${String(n)}`, email: `bench${String(n)}@example.kz` },
    orderNumber: null,
    requestedMinor: 1_250_000,
    currency: 'KZT',
    commandId: randomUUID(),
  };
  await desk.send('/api/claims', { method: 'POST', ...multipart(papers, { claim: JSON.stringify(claim) }) });
}

async function createRaw(limit: HttpClient, papers: readonly Paper[]): Promise<void> {
  await limit.ok('/create', { method: 'POST', ...multipart(papers, {}) });
}

async function signInOnce(url: string): Promise<void> {
  const http = httpClient(url);
  await http.ok('/api/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: 'manager@umami.kz', password: PASSWORD }),
  });
  http.close();
}

function multipart(papers: readonly Paper[], fields: Record<string, string>) {
  const boundary = `bench-${randomUUID()}`;
  const parts = [
    ...Object.entries(fields).map(([name, value]) =>
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    ),
    ...papers
      .map(freshCopy)
      .flatMap(({ name, type, content }) => [
        Buffer.from(
          `--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`,
        ),
        content,
        Buffer.from('\r\n'),
      ]),
  ];
  return {
    headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  };
}
