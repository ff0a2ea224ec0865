import { In } from 'typeorm';
import { WarningEntity, EscalationEntity } from './escalation.entity';
import { ObligationEntity } from '../claims';
import type { ClockParts } from './clock-parts';

const AT_ONCE = 500;

/** Puts away warnings whose term is over, or has another last day by now: nothing is to be done about them any more. */
export async function putAwayWarnings({ uow, clock }: Pick<ClockParts, 'uow' | 'clock'>): Promise<void> {
  for (;;) {
    const done = await uow.write(async (tx) => {
      const over = await tx
        .createQueryBuilder(WarningEntity, 'warning')
        .innerJoin(EscalationEntity, 'step', 'step.id = warning.escalationId')
        .innerJoin(ObligationEntity, 'term', 'term.id = step.obligationId')
        .select('warning.id', 'id')
        .where('warning.seenAt IS NULL')
        .andWhere('(term.open = :open OR term.dueOn <> step.dueOn)', { open: false })
        .limit(AT_ONCE)
        .getRawMany<{ id: string }>();
      if (over.length > 0)
        await tx.update(WarningEntity, { id: In(over.map(({ id }) => id)) }, { seenAt: clock.now() });
      return over.length;
    });
    if (done < AT_ONCE) return;
  }
}
