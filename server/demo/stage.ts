import { In } from 'typeorm';
import type { Product, World } from '../composition';
import { ClaimEntity, ClaimLineEntity, makeClaimDesk, type ClaimDesk } from '../features/claims';
import { MailLedgerEntity } from '../features/intake';
import { GatewayEventEntity, PaymentEntity, recordPayment } from '../features/payments';
import { UserEntity } from '../features/users';
import type { Actor } from '../http/route';
import type { RawMail } from '../mailbox-port';
import { type CustomerMail, writeMail } from './customer-mail';
import type { MovingClock } from './moving-clock';
import { type PaperKitchen, paperKitchen } from './paper-kitchen';
import type { SandboxControl } from './sandbox-control';

export type Who = 'reviewer' | 'reviewer2' | 'manager' | 'manager2' | 'admin';

/** Where the demo's past is played: the composed product under a moving clock, and the sandbox beside it. */
export interface Stage {
  world: World;
  product: Product;
  clock: MovingClock;
  sandbox: SandboxControl;
  desk: ClaimDesk;
  people: Map<string, Actor>;
  kitchen: PaperKitchen;
}

/** One notification comes within milliseconds when the gateway reaches us. */
const NOTICE_WAIT_MS = 3_000;

export async function openStage(
  world: World,
  product: Product,
  clock: MovingClock,
  sandbox: SandboxControl,
): Promise<Stage> {
  const users = await world.database.uow.read((tx) => tx.find(UserEntity));
  const people = new Map(
    users.map(({ id, email, role, name }) => [email.split('@')[0] ?? '', { id, role, name }]),
  );
  return {
    world,
    product,
    clock,
    sandbox,
    desk: makeClaimDesk(product.claimParts),
    people,
    kitchen: paperKitchen(),
  };
}

export function actor({ people }: Stage, who: Who): Actor {
  const found = people.get(who);
  if (!found) throw new Error(`The demo has no ${who}`);
  return found;
}

/** Hands a message to the real intake, as the mailbox does. */
export function takeRaw({ product, clock }: Stage, mail: Omit<RawMail, 'receivedAt'>): Promise<void> {
  return product.intake.take({ ...mail, receivedAt: clock.now() });
}

/** The same with a customer's letter; answers the claim that it opened or joined. */
export async function deliver(stage: Stage, mail: CustomerMail, sourceKey: string): Promise<string | null> {
  const raw = await writeMail(mail);
  await takeRaw(stage, { sourceKey, envelopeFrom: mail.from.address, envelopeTo: [mail.to], raw });
  const row = await stage.world.database.uow.read((tx) => tx.findOneBy(MailLedgerEntity, { sourceKey }));
  return row?.claimId ?? null;
}

/** Keeps a payment that the gateway has made: by its notification, else by asking. */
export async function hearOfPayment(stage: Stage, transactionId: number): Promise<void> {
  const { uow } = stage.world.database;
  const heard = await within(NOTICE_WAIT_MS, () =>
    uow.read((tx) => tx.existsBy(GatewayEventEntity, { transactionId, type: In(['pay', 'fail']) })),
  );
  if (heard) return;
  const live = await stage.world.gateway.getPayment(transactionId);
  if (live) await uow.write((tx) => recordPayment(tx, stage.world.ids, live, stage.clock.now()));
}

/** With notifications off the gateway's list is read every two minutes. */
const POLL_MS = 3 * 60_000;

/** The outbox sends what waits in it. */
export async function sendLetters({ product }: Stage): Promise<void> {
  await product.jobs.runDue(['message.send']);
}

/** Sends what is due and waits until the payout has an end; with a fault it may have none. */
export async function settle(stage: Stage, claimId: string, { faulty }: { faulty: boolean }): Promise<void> {
  const { jobs } = stage.product;
  await jobs.runDue(['refunds.send']);
  if (faulty) return;
  const ended = async () => (await claimOf(stage, claimId)).state !== 'in_payout';
  if (await within(NOTICE_WAIT_MS, ended)) return;
  stage.clock.moveTo(stage.clock.now() + POLL_MS);
  await jobs.runDue(['payments.poll', 'refunds.resolve']);
}

export function claimOf({ world }: Stage, claimId: string): Promise<ClaimEntity> {
  return world.database.uow.read((tx) => tx.findOneByOrFail(ClaimEntity, { id: claimId }));
}

export function linesOf({ world }: Stage, claimId: string): Promise<ClaimLineEntity[]> {
  return world.database.uow.read((tx) =>
    tx.find(ClaimLineEntity, { where: { claimId }, order: { position: 'ASC' } }),
  );
}

export function paymentsOf({ world }: Stage, invoiceId: string): Promise<PaymentEntity[]> {
  return world.database.uow.read((tx) =>
    tx.find(PaymentEntity, { where: { invoiceId }, order: { createdAt: 'ASC', transactionId: 'ASC' } }),
  );
}

async function within(limitMs: number, holds: () => Promise<boolean>): Promise<boolean> {
  for (let waited = 0; waited < limitMs; waited += 10) {
    if (await holds()) return true;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return holds();
}
