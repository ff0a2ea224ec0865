import type { Clock } from '../ports';

/** A clock that the seeding moves through the past; it goes on ticking from where it was set. */
export interface MovingClock extends Clock {
  /** Sets the time; null gives the base clock's own time again. */
  moveTo(instant: number | null): void;
}

export function movingClock(base: Clock): MovingClock {
  let offset = 0;
  return {
    now: () => base.now() + offset,
    moveTo(instant) {
      offset = instant === null ? 0 : instant - base.now();
    },
  };
}
