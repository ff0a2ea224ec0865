import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, ENVIRONMENT, readConfig } from './config';

const KEY = `k1:${Buffer.alloc(32, 7).toString('base64')}`;
const REAL = {
  PUBLIC_URL: 'https://desk.example.kz/',
  MASTER_KEY: KEY,
  SMTP_URL: 'smtps://mail.example.kz',
  CLOUDPAYMENTS_URL: 'https://api.tiptoppay.kz',
  CLOUDPAYMENTS_PUBLIC_ID: 'pk_1',
  CLOUDPAYMENTS_API_SECRET: 'a secret of a terminal',
};

function faultsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  it('lists everything that is missing, at once', () => {
    const named = faultsOf({}).map((fault) => fault.split(' ')[0]);
    expect(named).toEqual([
      'PUBLIC_URL',
      'MASTER_KEY',
      'SMTP_URL',
      'CLOUDPAYMENTS_URL',
      'CLOUDPAYMENTS_PUBLIC_ID',
      'CLOUDPAYMENTS_API_SECRET',
    ]);
  });

  it('needs nothing in the demo', () => {
    expect(readConfig({ DEMO: '1' })).toMatchObject({ demo: true, gateway: { url: 'sandbox:' }, port: 3000 });
  });

  it('takes a real set and drops the slash', () => {
    expect(readConfig(REAL).publicUrl).toBe('https://desk.example.kz');
  });

  it.each([
    [{ PUBLIC_URL: 'http://desk.example.kz' }, 'PUBLIC_URL'],
    [{ CLOUDPAYMENTS_URL: 'http://api.tiptoppay.kz' }, 'CLOUDPAYMENTS_URL'],
    [{ MAIL_INTAKE: 'imap://info%40umami.kz@mail.example.kz/INBOX', IMAP_PASSWORD: 'x' }, 'MAIL_INTAKE'],
    [{ MAIL_INTAKE: 'imaps://info%40umami.kz@mail.example.kz/INBOX' }, 'IMAP_PASSWORD'],
    [{ MASTER_KEY: 'k1:short' }, 'MASTER_KEY'],
    [{ CLOUDPAYMENTS_API_SECRET: 'sandbox-secret' }, 'CLOUDPAYMENTS_API_SECRET'],
    [{ CLOUDPAYMENTS_WEBHOOK_SECRET: 'short' }, 'CLOUDPAYMENTS_WEBHOOK_SECRET'],
    [{ TRUST_PROXY: 'true' }, 'TRUST_PROXY'],
    [{ TRUST_PROXY: '1' }, 'TRUST_PROXY'],
    [{ TRUST_PROXY: '0.0.0.0/0' }, 'TRUST_PROXY'],
    [{ TRUST_PROXY: 'proxy.example.kz' }, 'TRUST_PROXY'],
    [{ PORT: '70000' }, 'PORT'],
    [{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN'],
  ])('refuses %j', (change, name) => {
    expect(faultsOf({ ...REAL, ...change }).join('\n')).toContain(name);
  });

  it.each(['', 'loopback', '10.0.0.7', 'loopback, 10.0.0.0/8', '2001:db8::/32'])(
    'takes the proxies "%s"',
    (proxies) => {
      expect(readConfig({ ...REAL, TRUST_PROXY: proxies }).trustProxy).toBe(proxies);
    },
  );

  it('reads secrets from files', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'qaitarym-config-')), 'secret');
    writeFileSync(file, 'the secret from a file\n');
    const { CLOUDPAYMENTS_API_SECRET: _dropped, ...rest } = REAL;
    expect(readConfig({ ...rest, CLOUDPAYMENTS_API_SECRET_FILE: file }).gateway.apiSecret).toBe(
      'the secret from a file',
    );
    expect(faultsOf({ ...rest, CLOUDPAYMENTS_API_SECRET_FILE: '/nowhere/x' })[0]).toContain('cannot read');
  });

  it('is what .env.example says, name by name', () => {
    const names = readFileSync(join(__dirname, '../.env.example'), 'utf8')
      .split('\n')
      .flatMap((line) => /^([A-Z_]+)=/.exec(line)?.[1] ?? []);
    expect(names.sort()).toEqual(Object.keys(ENVIRONMENT.shape).sort());
  });
});
