import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeApi } from './api';
import { SandboxClock } from './clock';
import { makeControl } from './control';
import { FaultQueue } from './faults';
import { sendJson, sendText } from './http-io';
import { Notifier } from './notifier';
import { Processor } from './processor';
import type { LogEntry } from './types';
import { World } from './world';

export interface SandboxOptions {
  /** 0 takes any free port. */
  port: number;
  publicId: string;
  apiSecret: string;
  /** Base that `/<type>` is appended to; null sends no notifications. */
  notifyUrl?: string | null;
  /** NDJSON file that outlives the process; null keeps everything in memory. */
  logFile?: string | null;
}

export interface RunningSandbox {
  url: string;
  port: number;
  /** The same truth as `GET /__sandbox/log`. */
  log(): readonly LogEntry[];
  close(): Promise<void>;
}

const CONTROL = '/__sandbox/';

/**
 * Starts the emulated gateway on loopback.
 *
 * @throws the listen error, for example when the port is taken
 */
export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const { port, publicId, apiSecret, notifyUrl = null, logFile = null } = options;
  const clock = new SandboxClock();
  const world = new World(logFile, clock);
  const faults = new FaultQueue();
  const notifier = new Notifier(world, notifyUrl, apiSecret);
  const processor = new Processor(world, faults, notifier, publicId);
  const api = makeApi({ world, faults, processor, publicId, apiSecret });
  const control = makeControl({ world, faults, processor, publicId });

  const server = createServer((req, res) => {
    const [path = '/'] = (req.url ?? '/').split('?');
    const answered = path.startsWith(CONTROL)
      ? control(req, res, path.slice(CONTROL.length))
      : api(req, res, path.replace(/^\/+/, ''));
    answered.catch((error: unknown) => {
      answerCrash(req, res, error);
    });
  });
  try {
    await listen(server, port);
  } catch (error) {
    world.close();
    throw error;
  }
  notifier.resume();

  const { port: boundPort } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${boundPort}`,
    port: boundPort,
    log: () => world.log,
    close: async () => {
      clock.stop();
      notifier.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      world.close();
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function answerCrash(req: IncomingMessage, res: ServerResponse, error: unknown): void {
  console.error('sandbox:', req.method, req.url, error);
  if (res.headersSent) res.destroy();
  else if (req.url?.startsWith(CONTROL))
    sendJson(res, 500, { message: 'The sandbox failed; see its output' });
  else sendText(res, 500, 'Internal Server Error');
}
