import { type SessionData, Store } from 'express-session';
import { LessThan } from 'typeorm';
import type { UnitOfWork } from '../../adapters/db/unit-of-work';
import type { Clock } from '../../ports';
import { hashToken } from './hash-token';
import { SessionEntity } from './user.entity';

const IDLE_MS = 8 * 3_600_000;
const ABSOLUTE_MS = 24 * 3_600_000;
const TOUCH_EVERY_MS = 5 * 60_000;

declare module 'express-session' {
  interface SessionData {
    userId: string;
    csrfToken: string;
  }
}

type Callback<T = void> = (error?: unknown, value?: T) => void;

/** Sessions on our own tables: only the hash of the id is kept, and an end takes effect at the next request. */
export class DatabaseSessionStore extends Store {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {
    super();
  }

  override get(id: string, callback: Callback<SessionData | null>): void {
    answer(this.read(id), callback);
  }

  override set(id: string, session: SessionData, callback?: Callback): void {
    answer(this.write(id, session), callback);
  }

  override destroy(id: string, callback?: Callback): void {
    const gone = this.uow.write((tx) => tx.delete(SessionEntity, { idHash: hashToken(id) }));
    answer(
      gone.then(() => undefined),
      callback,
    );
  }

  /** express-session touches at each request; the row is written every five minutes at most. */
  override touch(id: string, _session: SessionData, callback?: Callback): void {
    answer(this.seen(id), callback);
  }

  private async read(id: string): Promise<SessionData | null> {
    const row = await this.uow.read((tx) => tx.findOneBy(SessionEntity, { idHash: hashToken(id) }));
    const now = this.clock.now();
    if (!row || row.expiresAt <= now || row.createdAt + ABSOLUTE_MS <= now) return null;
    return JSON.parse(row.data) as SessionData;
  }

  private async write(id: string, session: SessionData): Promise<void> {
    const now = this.clock.now();
    const idHash = hashToken(id);
    const values = {
      userId: session.userId,
      data: JSON.stringify(session),
      seenAt: now,
      expiresAt: now + IDLE_MS,
    };
    await this.uow.write(async (tx) => {
      const { affected } = await tx.update(SessionEntity, { idHash }, values);
      if (affected === 0) await tx.insert(SessionEntity, { idHash, createdAt: now, ...values });
      await tx.delete(SessionEntity, { expiresAt: LessThan(now) });
    });
  }

  private async seen(id: string): Promise<void> {
    const now = this.clock.now();
    const idHash = hashToken(id);
    const row = await this.uow.read((tx) => tx.findOneBy(SessionEntity, { idHash }));
    if (!row || now - row.seenAt < TOUCH_EVERY_MS) return;
    await this.uow.write((tx) =>
      tx.update(SessionEntity, { idHash }, { seenAt: now, expiresAt: now + IDLE_MS }),
    );
  }
}

function answer<T>(work: Promise<T>, callback: Callback<T> | undefined): void {
  work.then(
    (value) => callback?.(null, value),
    (error: unknown) => callback?.(error),
  );
}
