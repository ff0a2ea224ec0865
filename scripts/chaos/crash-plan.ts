import type { FaultPoint } from '../../server/testing/fault-points';
import { act, type Case, payAndMirror, proposeCase } from './case';
import { comeToRest, startAll } from './come-to-rest';
import type { Place } from './place';

/** What the gateway does to the refund of one case; `list` is done to the list that looks for it. */
export interface Trouble {
  refund?: string;
  list?: string;
  notice?: string;
}

export interface Crash {
  point: FaultPoint;
  trouble: Trouble;
}

const IN_CALL: Trouble[] = [
  {},
  { refund: 'G2' },
  { refund: 'G3' },
  { refund: 'G5' },
  { refund: 'G6' },
  { refund: 'G7' },
  { refund: 'G8' },
  { refund: 'G8', list: 'G13:90', notice: 'never' },
  { refund: 'G9:300' },
  { refund: 'G9:300', list: 'G13:15' },
  { refund: 'G10' },
  { refund: 'G11:cut' },
  { refund: 'G12', notice: 'late' },
  { refund: 'G13:90', notice: 'never' },
  { notice: 'before' },
  { notice: 'amount' },
];
const BEFORE_CALL: Trouble[] = [{}, { refund: 'G3' }, { refund: 'G8', list: 'G13:90' }, { refund: 'G9:300' }];
const AFTER_CALL: Trouble[] = [
  {},
  { notice: 'triple' },
  { notice: 'late' },
  { notice: 'before' },
  { notice: 'never' },
  { notice: 'amount' },
  { notice: 'hmac' },
  { refund: 'G13:90', notice: 'never' },
];
/** Points that only a notification comes to. */
const TOLD: Trouble[] = AFTER_CALL.filter(({ notice }) => notice !== 'never');
const LOOKED_UP: Trouble[] = [
  { refund: 'G5' },
  { refund: 'G6', notice: 'late' },
  { refund: 'G7' },
  { refund: 'G8', notice: 'never' },
  { refund: 'G8', list: 'G13:90', notice: 'never' },
  { refund: 'G9:300', notice: 'never' },
  { refund: 'G10', list: 'G11:html', notice: 'never' },
  { refund: 'G12', list: 'G5', notice: 'never' },
];
/** What the list shows is not sent again, so here it shows nothing. */
const REPEATED: Trouble[] = [
  { refund: 'G5' },
  { refund: 'G7' },
  { refund: 'G8', list: 'G13:90', notice: 'never' },
  { refund: 'G9:300', list: 'G13:90', notice: 'never' },
];

const PLAN: Record<FaultPoint, Trouble[]> = {
  C1: BEFORE_CALL,
  C2: BEFORE_CALL,
  C3: BEFORE_CALL,
  C4: BEFORE_CALL,
  C5: BEFORE_CALL,
  C6: IN_CALL,
  C7: IN_CALL,
  C8: IN_CALL,
  C9: IN_CALL,
  C10: AFTER_CALL,
  C11: AFTER_CALL,
  C12: AFTER_CALL,
  C13: TOLD,
  C14: TOLD,
  C15: LOOKED_UP,
  C16: REPEATED,
  C17: AFTER_CALL,
  C19: [{}, { refund: 'G8', notice: 'never' }],
  C20: [{}],
  C21: [{}],
};

/** Every pair of crash point and gateway fault that makes sense. */
export const CRASHES: Crash[] = (Object.entries(PLAN) as [FaultPoint, Trouble[]][]).flatMap(
  ([point, troubles]) => troubles.map((trouble) => ({ point, trouble })),
);

/** How many of the crashes really happened; a point that nothing reaches proves nothing. */
export interface CrashReport {
  cases: Case[];
  died: number;
  missed: string[];
}

const NOTICE_MS = 500;

/**
 * One world: a case for each crash, approved in a process that dies at its point, on and on; then rest.
 * Instance 0 is the one that dies.
 */
export async function runCrashes(place: Place, crashes: readonly Crash[]): Promise<CrashReport> {
  await startAll(place);
  const cases: Case[] = [];
  for (const _ of crashes) cases.push(await proposeCase(place, await payAndMirror(place, 100), 4_000));
  const report: CrashReport = { cases, died: 0, missed: [] };
  const [victim] = place.products;
  for (const [index, { point, trouble }] of crashes.entries()) {
    const one = cases[index];
    if (!victim || !one) break;
    await victim.kill();
    await place.control('DELETE', 'faults');
    if (await victim.start({ FAULT_AT: point })) {
      await place.settle();
      await arm(place, trouble);
      if (point === 'C20' || point === 'C21') await upload(place, one);
      await act(place, one, 'manager', 'approve', 0);
    }
    for (const minutes of [0, 2.1, 11, 11]) {
      await (minutes === 0 ? place.settle() : place.advance(minutes));
      // The gateway's notification comes beside the work that is waited for.
      if (await victim.died(NOTICE_MS)) break;
    }
    if (await victim.died(0)) report.died += 1;
    else report.missed.push(`${point} ${JSON.stringify(trouble)}`);
    if (!one.commands.some(({ answer }) => answer?.status === 200)) await approveAfterCrash(place, one);
  }
  await comeToRest(place, cases);
  return report;
}

export async function arm(place: Place, { refund, list, notice }: Trouble): Promise<void> {
  const set = (method: string, fault: string, times: number) =>
    place.control('POST', 'faults', { method, fault, times });
  if (refund) await set('payments/refund', refund, 1);
  // A list that lags does so for long; one that fails is asked again.
  if (list) await set('v2/payments/list', list, list.startsWith('G13') ? 6 : 2);
  if (notice) await set('notifications/refund', `G15:${notice}`, 1);
}

/** The manager's browser sends the same command again when the desk answers again. */
async function approveAfterCrash(place: Place, one: Case): Promise<void> {
  await startAll(place);
  const [command] = one.commands;
  if (!command) {
    await act(place, one, 'manager', 'approve');
    return;
  }
  command.answer = await place.ask(command.user, 'POST', command.path, command.body);
}

async function upload(place: Place, { claimId }: Case): Promise<void> {
  const form = new FormData();
  form.set('version', '0');
  form.set('commandId', `upload-${claimId}`);
  form.append('files', new Blob([ONE_PIXEL], { type: 'image/png' }), 'чек.png');
  await place.ask('reviewer', 'POST', `/api/claims/${claimId}/documents`, form, 0).catch(() => null);
}

/** The smallest picture that decodes. */
const ONE_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
