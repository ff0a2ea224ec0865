import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import 'reflect-metadata';
import { LANGUAGES, REQUIRED_ITEMS } from '../server/domain/claim';
import { sendFreshMail } from './demo/send-fresh-mail';
import { FRESH_KINDS } from '../server/demo/fresh-words';

const USAGE = `npm run demo:mail -- [--language kk|ru|en] [--kind before|after|mistaken]
                      [--missing application|id_copy|receipt] [--to <address>]`;

/** Sends a fresh, complete mail to the running demo, with an order and a payment made for it first. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      language: { type: 'string', default: 'kk' },
      kind: { type: 'string', default: 'before' },
      missing: { type: 'string' },
      to: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const lines = await sendFreshMail(
    {
      language: oneOf('language', LANGUAGES, values.language),
      kind: oneOf('kind', FRESH_KINDS, values.kind),
      missing: values.missing === undefined ? undefined : oneOf('missing', REQUIRED_ITEMS, values.missing),
      to: values.to,
    },
    process.env,
    randomInt(2 ** 31),
  );
  for (const line of lines) console.log(line);
}

function oneOf<T extends string>(name: string, known: readonly T[], given: string): T {
  const found = known.find((each) => each === given);
  if (!found) throw new Error(`--${name} is one of ${known.join(', ')}\n\n${USAGE}`);
  return found;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
