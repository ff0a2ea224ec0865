import { startSandbox } from './start-sandbox';

/** Credentials of a sandbox that nobody gave any; they open nothing outside of this machine. */
const DEFAULT_PUBLIC_ID = 'test_api_sandbox';
const DEFAULT_API_SECRET = 'sandbox-secret';

async function main(env: NodeJS.ProcessEnv): Promise<void> {
  const given = (name: string): string | null => (env[name] === '' ? null : (env[name] ?? null));
  const sandbox = await startSandbox({
    port: Number(given('SANDBOX_PORT') ?? 4010),
    notifyUrl: given('SANDBOX_NOTIFY_URL'),
    logFile: given('SANDBOX_LOG') ?? '.data/sandbox.ndjson',
    publicId: given('CLOUDPAYMENTS_PUBLIC_ID') ?? DEFAULT_PUBLIC_ID,
    apiSecret: given('CLOUDPAYMENTS_API_SECRET') ?? DEFAULT_API_SECRET,
  });
  console.log(`Payment gateway sandbox answers on ${sandbox.url} (no real money)`);

  const stop = () => void sandbox.close().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main(process.env).catch((error: unknown) => {
  console.error('The sandbox could not start:', error instanceof Error ? error.message : error);
  process.exit(1);
});
