import { type FindOperator, LessThanOrEqual, MoreThan, Or } from 'typeorm';
import { LONGEST_PAUSE_MS } from '../../domain/attempt-rules';

/** `isDue` as a condition on `notBefore`. */
export function dueAt(now: number): FindOperator<number> {
  return Or(LessThanOrEqual(now), MoreThan(now + LONGEST_PAUSE_MS));
}
