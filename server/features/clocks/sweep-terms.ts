import { setImmediate as breathe } from 'node:timers/promises';
import { In, LessThanOrEqual } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import { escalationSteps, type StepMoment, toldOf } from '../../domain/escalation';
import { recordEvents } from '../audit';
import { ClaimEntity, noteBreaches, ObligationEntity } from '../claims';
import { UserEntity } from '../users';
import type { ClockParts } from './clock-parts';
import { EscalationEntity, WarningEntity } from './escalation.entity';
import { openTermsOf, type OpenTermRow } from './open-terms';

/** Small enough that neither the event loop nor the write queue is held for long. */
const BATCH = 50;

type Parts = Pick<ClockParts, 'uow' | 'clock' | 'ids' | 'loadCalendar' | 'loadSettings'>;

/**
 * Marks running terms as breached when their instant has passed, and writes down each step that a term has reached, for
 * those who are to hear of it. What was missed while nothing ran is made up for: of several steps the last is told.
 * Claims are locked and looked at again, so two instances at once tell each step once.
 * @see docs/rules.md
 */
export async function sweepTerms(parts: Parts): Promise<void> {
  for (;;) {
    const claimIds = await parts.uow.read((tx) => dueClaims(tx, parts.clock.now()));
    if (claimIds.length === 0) return;
    await parts.uow.write((tx) => sweepClaims(tx, parts, claimIds));
    await breathe();
  }
}

async function dueClaims(tx: Tx, now: number): Promise<string[]> {
  const terms = await tx.find(ObligationEntity, {
    select: { id: true, claimId: true },
    where: { open: true, nextStepAt: LessThanOrEqual(now) },
    order: { nextStepAt: 'ASC', id: 'ASC' },
    take: BATCH,
  });
  return [...new Set(terms.map(({ claimId }) => claimId))];
}

async function sweepClaims(tx: Tx, parts: Parts, claimIds: string[]): Promise<void> {
  const now = parts.clock.now();
  const claims = new Map((await lockClaims(tx, claimIds)).map((claim) => [claim.id, claim]));
  const terms = (await openTermsOf(tx, claimIds)).filter(
    ({ nextStepAt }) => nextStepAt !== null && nextStepAt <= now,
  );
  const passed = terms.filter(({ dueAt }) => dueAt <= now);
  await tx.update(
    ObligationEntity,
    { id: In(passed.filter(({ status }) => status === 'running').map(({ id }) => id)), status: 'running' },
    { status: 'breached' },
  );
  await noteBreaches(tx, parts, passed);
  await tellSteps(tx, parts, terms, claims);
}

/** In order of id, so that two workers never wait for each other in a circle. */
function lockClaims(tx: Tx, claimIds: string[]) {
  const postgres = tx.connection.options.type === 'postgres';
  return tx.find(ClaimEntity, {
    select: { id: true, number: true, assigneeId: true },
    where: { id: In(claimIds) },
    order: { id: 'ASC' },
    ...(postgres ? { lock: { mode: 'pessimistic_write' as const } } : {}),
  });
}

async function tellSteps(
  tx: Tx,
  parts: Parts,
  terms: OpenTermRow[],
  claims: ReadonlyMap<string, Pick<ClaimEntity, 'number' | 'assigneeId'>>,
): Promise<void> {
  const now = parts.clock.now();
  const calendar = await parts.loadCalendar(tx);
  const settings = await parts.loadSettings(tx, almatyDate(now));
  const known = await tx.find(EscalationEntity, {
    select: { id: true, obligationId: true, dueOn: true, step: true },
    where: { obligationId: In(terms.map(({ id }) => id)) },
  });
  const staff = await tx.find(UserEntity, { where: { active: true, role: In(['reviewer', 'manager']) } });
  const managers = staff.filter(({ role }) => role === 'manager').map(({ id }) => id);
  const steps: EscalationEntity[] = [];
  const warnings: WarningEntity[] = [];
  const nextOf = new Map<number | null, string[]>();

  for (const term of terms) {
    const { number = '', assigneeId = null } = claims.get(term.claimId) ?? {};
    // Somebody who has left is told nothing; the managers are.
    const holderId = staff.some(({ id }) => id === assigneeId) ? assigneeId : null;
    const moments = escalationSteps(term, calendar, settings);
    const isTold = ({ step }: StepMoment) =>
      known.some((row) => row.obligationId === term.id && row.dueOn === term.dueOn && row.step === step);
    const reached = moments.filter((moment) => moment.at <= now && !isTold(moment));
    for (const { step, at: stepAt } of reached) {
      const overtaken = step !== reached.at(-1)?.step;
      const { claimId, kind, dueOn } = term;
      const row = { id: parts.ids.next(), claimId, kind, dueOn, step };
      steps.push({ ...row, obligationId: term.id, overtaken, holderId, stepAt, at: now });
      if (overtaken) continue;
      for (const userId of toldOf(step, holderId, managers))
        warnings.push({
          ...row,
          id: parts.ids.next(),
          escalationId: row.id,
          userId,
          claimNumber: number,
          at: now,
          seenAt: null,
          mailedAt: null,
        });
    }
    const next = moments.find(({ at }) => at > now)?.at ?? null;
    nextOf.set(next, [...(nextOf.get(next) ?? []), term.id]);
  }
  if (steps.length > 0) await tx.insert(EscalationEntity, steps);
  if (warnings.length > 0) await tx.insert(WarningEntity, warnings);
  for (const [nextStepAt, ids] of nextOf) await tx.update(ObligationEntity, { id: In(ids) }, { nextStepAt });
  await recordEvents(
    tx,
    parts.ids,
    steps
      .filter(({ overtaken }) => !overtaken)
      .map(({ claimId, kind, dueOn, step, holderId }) => ({
        actorId: null,
        action: 'claim.term_warned',
        resource: 'claims',
        resourceId: claimId,
        claimId,
        data: { kind, dueOn, step, holderId },
        at: now,
      })),
  );
}
