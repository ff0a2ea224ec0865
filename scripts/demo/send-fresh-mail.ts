import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createTransport } from 'nodemailer';
import { makeRenderer } from '../../server/adapters/rendering';
import type { Language, RequiredItem } from '../../server/domain/claim';
import { formatMoney } from '../../server/domain/money';
import { freshCase } from '../../server/demo/fresh-mail';
import type { FreshKind } from '../../server/demo/fresh-words';
import { openSandboxControl } from '../../server/demo/sandbox-control';
import { type CustomerMail, writeMail } from '../../server/demo/customer-mail';
import { type DeskLink, signInToDesk } from './desk-link';

export interface MailOrder {
  language: Language;
  kind: FreshKind;
  missing?: RequiredItem | undefined;
  to?: string | undefined;
}

type Environment = Record<string, string | undefined>;

/**
 * Makes an order at the desk and its payment in the sandbox, then sends the letter to the demo's own listener.
 * Answers what was sent and where to look.
 *
 * @throws Error with a sentence for people when a part of the demo does not answer
 */
export async function sendFreshMail(wanted: MailOrder, env: Environment, seed: number): Promise<string[]> {
  const intake = new URL(env.MAIL_INTAKE ?? 'smtp://127.0.0.1:2525');
  if (intake.protocol !== 'smtp:')
    throw new Error('The demo reads a mailbox (MAIL_INTAKE is IMAP): send a letter to that mailbox instead');
  const to = wanted.to ?? 'info@umami.kz';
  const fresh = freshCase({ ...wanted, to }, seed, Date.now());
  const desk = await signInToDesk(deskAddress(env), await passwordOf(env));
  const ordered = (await desk?.enterOrder(fresh.order)) ?? false;
  const transactionIds = await pay(env, fresh.payments, seed);

  const renderer = makeRenderer();
  const mail = await fresh.letter(transactionIds[0] ?? 0, renderer).finally(() => renderer.close());
  await hand(mail, intake);
  return [
    `Sent to ${intake.host}: «${mail.subject}»`,
    `  from     ${mail.from.name} <${mail.from.address}> to ${to}`,
    `  order    ${fresh.order.number}, ${formatMoney(fresh.sum)}${ordered ? '' : ' (not entered at the desk: it did not let us in)'}`,
    `  payment  ${transactionIds.join(', ')}`,
    `  files    ${(mail.files ?? []).map(({ name }) => name).join(', ')}`,
    ...(wanted.missing === undefined ? [] : [`  missing  ${wanted.missing}`]),
    await whereToLook(desk, fresh.order.number, env),
  ];
}

async function pay(
  env: Environment,
  payments: Parameters<Awaited<ReturnType<typeof openSandboxControl>>['pay']>[0][],
  seed: number,
): Promise<number[]> {
  const url = `http://127.0.0.1:${env.SANDBOX_PORT ?? '4010'}`;
  const sandbox = await openSandboxControl(url).catch(() => {
    throw new Error(`No sandbox answers on ${url}: start the demo first (npm run quickstart)`);
  });
  const made: number[] = [];
  for (const [at, payment] of payments.entries())
    made.push(await sandbox.pay(payment, `mail:${String(seed)}:${String(at)}`));
  return made;
}

async function hand(mail: CustomerMail, intake: URL): Promise<void> {
  const port = Number(intake.port || 2525);
  const transport = createTransport({ host: intake.hostname, port, ignoreTLS: true });
  try {
    const envelope = { from: mail.from.address, to: [mail.to] };
    await transport.sendMail({ envelope, raw: await writeMail(mail) });
  } catch (error) {
    const why = (error as Error).message;
    throw new Error(`The demo's mail listener did not take the letter (${why}); is the demo running?`, {
      cause: error,
    });
  } finally {
    transport.close();
  }
}

async function whereToLook(desk: DeskLink | null, orderNumber: string, env: Environment): Promise<string> {
  const claim = await desk?.claimOfOrder(orderNumber);
  const address = deskAddress(env);
  if (!claim) return `Look at ${address}/#/claims`;
  return `Became ${claim.number}: ${address}/#/claims/${claim.id}`;
}

function deskAddress(env: Environment): string {
  return (env.PUBLIC_URL ?? `http://localhost:${env.PORT ?? '3000'}`).replace(/\/+$/, '');
}

/** Of the running demo: given, or kept by it in its data folder. */
async function passwordOf(env: Environment): Promise<string | null> {
  if (env.DEMO_PASSWORD) return env.DEMO_PASSWORD;
  const file = join(resolve(env.DATA_DIR ?? '.data'), 'demo-password');
  return readFile(file, 'utf8').then(
    (text) => text.trim(),
    () => null,
  );
}
