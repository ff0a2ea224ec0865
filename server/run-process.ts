import { ConfigError, readConfig } from './config';
import type { Clock } from './ports';
import { type RunningProduct, startProduct } from './start-product';

/** A stop must be over before a supervisor loses patience. */
const STOP_WITHIN_MS = 14_000;

/** Starts the product from the environment and ends it clean on SIGTERM or SIGINT. */
export async function runProcess(clock: Clock): Promise<void> {
  let product: RunningProduct | undefined;
  let stopping = false;

  const stop = (code: number) => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    Promise.resolve(product?.stop()).then(
      () => process.exit(code),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => {
    stop(0);
  });
  process.on('SIGINT', () => {
    stop(0);
  });
  // Nothing may go on in a state that nobody foresaw: finish the requests in hand and let the supervisor restart us.
  for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(fault, (error: unknown) => {
      console.error(error);
      stop(1);
    });
  }

  try {
    product = await startProduct(readConfig(process.env), clock);
    for (const line of product.banner) console.log(line);
  } catch (error) {
    console.error(error instanceof ConfigError ? error.message : error);
    process.exit(1);
  }
}
