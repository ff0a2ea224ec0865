import type { Server } from 'node:http';

/** Slow senders are cut off and cannot hold all connections (checklist V6). */
export function limitServer(server: Server): void {
  server.headersTimeout = 10_000;
  server.requestTimeout = 120_000;
  server.keepAliveTimeout = 65_000;
  server.maxHeadersCount = 100;
  server.maxConnections = 2_000;
}
