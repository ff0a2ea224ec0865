import { Agent, request, type IncomingHttpHeaders } from 'node:http';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface Call {
  method?: string;
  headers?: Record<string, string>;
  body?: Buffer | string;
}

/** Calls over connections that stay open, as a browser's do. */
export function httpClient(base: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const { hostname, port } = new URL(base);
  const call = (path: string, { method = 'GET', headers = {}, body }: Call = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
      const req = request(
        { agent, hostname, port, path, method, headers: { ...headers, ...length } },
        (res) => {
          const parts: Buffer[] = [];
          res.on('data', (part: Buffer) => parts.push(part));
          res.on('end', () => {
            resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(parts) });
          });
          res.on('error', reject);
        },
      );
      req.on('error', reject);
      req.end(body);
    });
  return {
    call,
    /** @throws Error with the answer unless it is 2xx */
    async ok(path: string, options: Call = {}): Promise<Answer> {
      const answer = await call(path, options);
      if (answer.status < 200 || answer.status > 299) {
        throw new Error(
          `${options.method ?? 'GET'} ${path}: ${String(answer.status)} ${answer.body.toString().slice(0, 400)}`,
        );
      }
      return answer;
    },
    close: () => {
      agent.destroy();
    },
  };
}

export type HttpClient = ReturnType<typeof httpClient>;
