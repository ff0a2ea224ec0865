import { ConfigError, readConfig } from './config';
import { faultOf } from './domain/errors';
import type { Clock } from './ports';
import { type Rebuild, type RunningProduct, startProduct, StartStopped } from './start-product';

/** A stop must be over before a supervisor loses patience. */
const STOP_WITHIN_MS = 14_000;

/** Starts the product from the environment and ends it clean on SIGTERM or SIGINT, also in the middle of a start. */
export async function runProcess(clock: Clock, rebuild?: Rebuild): Promise<void> {
  let starting: Promise<RunningProduct> | undefined;
  const stopping = new AbortController();

  const stop = (code: number) => {
    if (stopping.signal.aborted) return;
    stopping.abort(new StartStopped('Told to end before it had started'));
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    const stopped = starting?.then((product) => product.stop());
    Promise.resolve(stopped).then(
      () => process.exit(code),
      (error: unknown) => process.exit(error instanceof StartStopped ? code : 1),
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stop(0);
    });
  }
  // Nothing may go on in a state that nobody foresaw: finish the requests in hand and let the supervisor restart us.
  for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(fault, (error: unknown) => {
      console.error(JSON.stringify({ level: 60, msg: fault, cause: faultOf(error) }));
      stop(1);
    });
  }

  try {
    starting = startProduct(readConfig(process.env), clock, stopping.signal, say, rebuild);
    const product = await starting;
    for (const line of product.banner) say(line);
  } catch (error) {
    // The stop is on its way and says how it ends.
    if (error instanceof StartStopped) return;
    console.error(whyNotStarted(error));
    process.exit(1);
  }
}

function say(line: string): void {
  console.log(line);
}

/** For the person who starts it: our own words as they are, anything else by kind and place. */
function whyNotStarted(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const text = error instanceof Error ? error.message : String(error);
  return `Qaitarym did not start: ${text}\n${(faultOf(error).at ?? []).join('\n')}`;
}
