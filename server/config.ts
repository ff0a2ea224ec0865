import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);

const PROXY_RANGES = new Set(['loopback', 'linklocal', 'uniquelocal']);
const PROXIES_WANTED = 'names the proxies in front: loopback, addresses or networks, after commas';
/** A secret of a real terminal has 32 signs; whatever is shorter than this was typed to try something. */
const SECRET_MIN = 16;

const port = z.coerce.number().int().min(1).max(65_535);
const url = z.string().refine((text) => URL.canParse(text), 'is no URL');
const masterKey = z
  .string()
  .regex(
    /^[\w-]+:[A-Za-z0-9+/=]{44}(,[\w-]+:[A-Za-z0-9+/=]{44})*$/,
    'is <id>:<32 bytes in base64>, newest first',
  );

/** Every variable of the environment; `.env.example` is compared with this by a test. */
export const ENVIRONMENT = z.object({
  PORT: port.default(3000),
  PUBLIC_URL: url.optional(),
  TRUST_PROXY: z.string().default('').refine(namesProxies, PROXIES_WANTED),
  DATABASE_URL: z.string().optional(),
  STORAGE_URL: z.string().default('file:uploads'),
  MASTER_KEY: masterKey.optional(),
  MAIL_INTAKE: url.default('smtp://127.0.0.1:2525'),
  IMAP_PASSWORD: z.string().optional(),
  MAIL_FROM: z.string().default('UMAMI <info@umami.kz>'),
  AUTHSERV_ID: z.string().optional(),
  SMTP_URL: url.optional(),
  CLOUDPAYMENTS_URL: z.string().optional(),
  CLOUDPAYMENTS_PUBLIC_ID: z.string().optional(),
  CLOUDPAYMENTS_API_SECRET: z.string().optional(),
  CLOUDPAYMENTS_WEBHOOK_SECRET: z.string().optional(),
  WEBHOOK_FORWARD_URL: url.optional(),
  CLAMD_URL: url.optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  SANDBOX_PORT: port.default(4010),
  DEMO: z.enum(['0', '1']).default('0'),
  DEMO_PASSWORD: z.string().min(12).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  DATA_DIR: z.string().default('.data'),
});

/** Express takes names of ranges, addresses and networks; anything broader would let callers choose their address. */
function namesProxies(text: string): boolean {
  if (text === '') return true;
  return text.split(',').every((entry) => {
    const [address = '', bits, ...rest] = entry.trim().split('/');
    if (PROXY_RANGES.has(address) && bits === undefined) return true;
    const longest = isIP(address) === 4 ? 32 : 128;
    const isNetwork = bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= longest);
    return isIP(address) !== 0 && isNetwork && rest.length === 0;
  });
}

type Environment = z.infer<typeof ENVIRONMENT>;

/** What the product runs on; every part is there, or the start has stopped. */
export interface Config {
  port: number;
  publicUrl: string;
  trustProxy: string;
  databaseUrl: string;
  /** Folder of sealed files. */
  storageFolder: string;
  /** Absent only in the demo, which makes its own under the data folder. */
  masterKey: string | undefined;
  mail: {
    intake: string;
    imapPassword: string | undefined;
    from: string;
    authservId: string | undefined;
    /** Absent only in the demo: letters are then kept in the outbox folder. */
    smtpUrl: string | undefined;
  };
  gateway: {
    /** `sandbox:` or the address of the gateway's API. */
    url: string;
    publicId: string;
    apiSecret: string;
    webhookSecret: string;
    forwardUrl: string | undefined;
    sandboxPort: number;
  };
  clamdUrl: string | undefined;
  metricsToken: string | undefined;
  demo: boolean;
  demoPassword: string | undefined;
  logLevel: string;
  dataFolder: string;
}

/** Thrown with every fault of the environment at once, one line each. */
export class ConfigError extends Error {
  constructor(readonly faults: string[]) {
    super(`The configuration is incomplete:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/**
 * Reads the environment; each variable may come as `<NAME>_FILE` instead.
 *
 * @throws ConfigError listing everything that is missing or wrong
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const faults: string[] = [];
  const parsed = ENVIRONMENT.safeParse(withFiles(env, faults));
  if (!parsed.success) {
    throw new ConfigError([
      ...faults,
      ...parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    ]);
  }
  const values = parsed.data;
  faults.push(...missingParts(values), ...unsafeParts(values));
  if (faults.length > 0) throw new ConfigError(faults);
  return assemble(values);
}

function withFiles(env: Record<string, string | undefined>, faults: string[]): Record<string, string> {
  const values: Record<string, string> = {};
  for (const name of Object.keys(ENVIRONMENT.shape)) {
    const direct = env[name];
    const file = env[`${name}_FILE`];
    if (direct !== undefined && direct !== '') values[name] = direct;
    else if (file) {
      try {
        values[name] = readFileSync(file, 'utf8').trim();
      } catch {
        faults.push(`${name}_FILE: cannot read ${file}`);
      }
    }
  }
  return values;
}

/** Without DEMO nothing is made up: what real work needs must be given. */
function missingParts(values: Environment): string[] {
  const faults: string[] = [];
  const gatewayIsReal = values.CLOUDPAYMENTS_URL !== undefined && values.CLOUDPAYMENTS_URL !== 'sandbox:';
  const need = (name: keyof Environment, what: string) => {
    if (values[name] === undefined) faults.push(`${name} is missing: ${what}`);
  };
  if (values.DEMO === '0') {
    need('PUBLIC_URL', 'the address under which people open the desk, such as https://desk.umami.kz');
    need(
      'MASTER_KEY',
      'the key that seals personal data; make one with: echo "k1:$(openssl rand -base64 32)"',
    );
    need('SMTP_URL', 'the mail server that takes our letters, such as smtps://user:password@mail.umami.kz');
    need('CLOUDPAYMENTS_URL', 'https://api.tiptoppay.kz, or sandbox: to try without money');
  }
  if (values.DEMO === '0' || gatewayIsReal) {
    need('CLOUDPAYMENTS_PUBLIC_ID', 'the Public ID of the terminal, from the gateway’s cabinet');
    need('CLOUDPAYMENTS_API_SECRET', 'the API secret of the terminal, from the gateway’s cabinet');
  }
  if (values.MAIL_INTAKE.startsWith('imap'))
    need('IMAP_PASSWORD', 'the password of the mailbox in MAIL_INTAKE');
  return faults;
}

/** Settings that would carry secrets or money in the clear. */
function unsafeParts(values: Environment): string[] {
  const faults: string[] = [];
  const isLoopback = (text: string) => LOOPBACK.has(new URL(text).hostname);
  if (values.PUBLIC_URL?.startsWith('http:') && !isLoopback(values.PUBLIC_URL)) {
    faults.push('PUBLIC_URL must be https: plain http is for the loopback address alone');
  }
  const gateway = values.CLOUDPAYMENTS_URL;
  if (gateway !== undefined && gateway !== 'sandbox:') {
    if (!URL.canParse(gateway)) faults.push('CLOUDPAYMENTS_URL must be sandbox: or an https address');
    else if (!gateway.startsWith('https:') && !isLoopback(gateway))
      faults.push('CLOUDPAYMENTS_URL must be https');
    else if (!isLoopback(gateway)) faults.push(...weakSecrets(values));
  }
  if (!/^(smtp|imaps?):$/.test(new URL(values.MAIL_INTAKE).protocol)) {
    faults.push('MAIL_INTAKE must be smtp://host:port (our listener) or imaps://user@host/INBOX');
  } else if (values.MAIL_INTAKE.startsWith('imap:') && !isLoopback(values.MAIL_INTAKE)) {
    faults.push('MAIL_INTAKE must be imaps: plain imap is for the loopback address alone');
  }
  if (!values.STORAGE_URL.startsWith('file:')) faults.push('STORAGE_URL must start with file:');
  return faults;
}

/** Where real money moves, a short or known secret is no secret. */
function weakSecrets(values: Environment): string[] {
  const names = ['CLOUDPAYMENTS_API_SECRET', 'CLOUDPAYMENTS_WEBHOOK_SECRET'] as const;
  return names
    .filter((name) => (values[name]?.length ?? SECRET_MIN) < SECRET_MIN)
    .map((name) => `${name} has fewer than ${String(SECRET_MIN)} characters`);
}

function assemble(values: Environment): Config {
  const dataFolder = resolve(values.DATA_DIR);
  const apiSecret = values.CLOUDPAYMENTS_API_SECRET ?? 'sandbox-secret';
  return {
    port: values.PORT,
    publicUrl: (values.PUBLIC_URL ?? `http://localhost:${String(values.PORT)}`).replace(/\/+$/, ''),
    trustProxy: values.TRUST_PROXY,
    databaseUrl: values.DATABASE_URL ?? `sqlite:${resolve(dataFolder, 'qaitarym.sqlite')}`,
    storageFolder: resolve(values.STORAGE_URL.slice('file:'.length)),
    masterKey: values.MASTER_KEY,
    mail: {
      intake: values.MAIL_INTAKE,
      imapPassword: values.IMAP_PASSWORD,
      from: values.MAIL_FROM,
      authservId: values.AUTHSERV_ID,
      smtpUrl: values.SMTP_URL,
    },
    gateway: {
      url: values.CLOUDPAYMENTS_URL ?? 'sandbox:',
      publicId: values.CLOUDPAYMENTS_PUBLIC_ID ?? 'test_api_sandbox',
      apiSecret,
      webhookSecret: values.CLOUDPAYMENTS_WEBHOOK_SECRET ?? apiSecret,
      forwardUrl: values.WEBHOOK_FORWARD_URL,
      sandboxPort: values.SANDBOX_PORT,
    },
    clamdUrl: values.CLAMD_URL,
    metricsToken: values.METRICS_TOKEN,
    demo: values.DEMO === '1',
    demoPassword: values.DEMO_PASSWORD,
    logLevel: values.LOG_LEVEL,
    dataFolder,
  };
}
