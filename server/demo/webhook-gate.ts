import { createServer } from 'node:http';
import type { Express } from 'express';

/**
 * Listens where the desk will be, but lets only the gateway's notifications through: while the past is being
 * made, they belong to it. Everybody else is asked to come again.
 */
export async function openWebhookGate(app: Express, port: number): Promise<{ close(): Promise<void> }> {
  const server = createServer((req, res) => {
    if (req.url?.startsWith('/webhooks/')) {
      app(req, res);
      return;
    }
    res.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '5' });
    res.end('The demo data are being made; come again in a few seconds.\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
