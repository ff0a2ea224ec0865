import { join } from 'node:path';
import { alone } from '../adapters/db/alone';
import { openMailSender } from '../adapters/mail';
import { compose, type World } from '../composition';
import { ClaimEntity } from '../features/claims';
import { readFlag, writeFlag } from '../features/settings';
import { makeAccounts, settlePassword, SIGN_INS } from './accounts';
import { movingClock } from './moving-clock';
import { orderNumber, playStories, type Progress, PROGRESS, readProgress } from './play';
import { openSandboxControl, type SandboxControl } from './sandbox-control';
import { openStage } from './stage';
import { openWebhookGate } from './webhook-gate';

/** A line for the person who waits. */
type Say = (line: string) => void;

const SEEDED = 'demo.seeded';
/** Any number, the same on every instance: who holds it makes the demo. */
const DEMO_LOCK = 7_201_927;

/**
 * Makes the demo once, its accounts and (with a sandbox) its claims; answers the lines to print.
 * Instances that start together on one database: one makes it, the others wait. A killed start goes on at the next.
 */
export function seedDemo(
  world: World,
  sandboxUrl: string | null,
  say: Say = () => undefined,
): Promise<string[]> {
  const { database, clock } = world;
  const { uow } = database;
  return alone(database, DEMO_LOCK, async () => {
    const seeded = await uow.read((tx) => readFlag<boolean>(tx, SEEDED));
    const password = await settlePassword(world, seeded === true);
    if (!seeded) {
      if (sandboxUrl === null) await makeAccounts(world, clock, password.value);
      else await seedClaims(world, sandboxUrl, password.value, say);
      await uow.write((tx) => writeFlag(tx, SEEDED, true, clock.now()));
    }
    return [
      `Sign-ins: ${SIGN_INS}`,
      password.line,
      ...(sandboxUrl === null ? [] : ["Send a customer's mail:  npm run demo:mail"]),
      'Stop: Ctrl-C. The next start goes on with the same data.',
    ];
  });
}

/** The demo's past, played by a second product over the same world under a clock of its own. */
async function seedClaims(world: World, sandboxUrl: string, password: string, say: Say): Promise<void> {
  const { database, config, log } = world;
  const { uow } = database;
  const begun = await readProgress(world);
  // A database that somebody filled already keeps what it has.
  if (!begun && (await uow.read((tx) => tx.existsBy(ClaimEntity, {})))) {
    await makeAccounts(world, world.clock, password);
    return;
  }
  const startedAt = world.clock.now();
  const sandbox = await openSandboxControl(sandboxUrl);
  const progress = begun ?? (await begin(world, sandbox));
  const clock = movingClock(world.clock);
  const product = compose({
    ...world,
    clock,
    log: { ...log, info: () => undefined },
    // These letters are of the past: none may reach a mail server.
    mailSender: openMailSender({ smtpUrl: undefined, outboxFolder: join(config.dataFolder, 'outbox') }),
  });
  const gate = await openWebhookGate(product.app, config.port);
  try {
    const working = await uow.read(product.claimParts.loadCalendar);
    clock.moveTo(progress.begunAt - ACCOUNTS_BEFORE_MS);
    await makeAccounts(world, clock, password);
    const stage = await openStage(world, product, clock, sandbox);
    await playStories(stage, { now: progress.begunAt, working }, progress, say);
  } finally {
    await sandbox.restoreClock();
    await gate.close();
  }
  log.info({ ms: world.clock.now() - startedAt }, 'demo made');
}

/** The shop had worked for a while when the first demand came. */
const ACCOUNTS_BEFORE_MS = 120 * 24 * 3_600_000;

async function begin(world: World, sandbox: SandboxControl): Promise<Progress> {
  const progress: Progress = {
    begunAt: world.clock.now(),
    run: world.ids.token(6),
    firstOrder: await freeOrders(sandbox),
    done: 0,
    claims: {},
  };
  await world.database.uow.write((tx) => writeFlag(tx, PROGRESS, progress, progress.begunAt));
  return progress;
}

/** A sandbox that served another demo before keeps its payments; their order numbers are not used again. */
async function freeOrders(sandbox: SandboxControl): Promise<number> {
  let first = 48_000;
  while (await sandbox.knowsInvoice(orderNumber(first, 0))) first += 1_000;
  return first;
}
