import { type SessionData, Store } from 'express-session';
import { LessThan } from 'typeorm';
import type { UnitOfWork } from '../../adapters/db/unit-of-work';
import type { Role } from '../../domain/permissions';
import type { Actor } from '../../http/route';
import type { Clock } from '../../ports';
import { hashToken } from './hash-token';
import { SessionEntity } from './user.entity';

const IDLE_MS = 8 * 3_600_000;
/** A session ends after a day, however busy it was. */
export const ABSOLUTE_MS = 24 * 3_600_000;
const TOUCH_EVERY_MS = 5 * 60_000;

declare module 'express-session' {
  interface SessionData {
    userId: string;
    csrfToken: string;
    /** Where it began, for the list of one's own sessions. */
    address?: string;
    agent?: string;
    /** Who it is, read afresh with each request and never stored. */
    actor?: Actor;
    /** When the row was last touched; never stored. */
    seenAt?: number;
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
  override touch(id: string, session: SessionData, callback?: Callback): void {
    const now = this.clock.now();
    if (session.seenAt === undefined || now - session.seenAt < TOUCH_EVERY_MS) {
      callback?.();
      return;
    }
    const change = { seenAt: now, expiresAt: now + IDLE_MS };
    const touched = this.uow.write((tx) => tx.update(SessionEntity, { idHash: hashToken(id) }, change));
    answer(
      touched.then(() => undefined),
      callback,
    );
  }

  /** Session and person in one look: every signed-in request pays for it. */
  private async read(id: string): Promise<SessionData | null> {
    const [row] = await this.uow.read((tx) => tx.query<SessionRow[]>(READ, [hashToken(id)]));
    const now = this.clock.now();
    if (!row || Number(row.expiresAt) <= now || Number(row.createdAt) + ABSOLUTE_MS <= now) return null;
    const session = JSON.parse(row.data) as SessionData;
    session.seenAt = Number(row.seenAt);
    // A person who was switched off is nobody at the very next request (A8); `active` is 1 or true by engine.
    if (row.active === true || row.active === 1) {
      session.actor = { id: row.userId, role: row.role, name: row.name };
    }
    return session;
  }

  private async write(id: string, session: SessionData): Promise<void> {
    const now = this.clock.now();
    const idHash = hashToken(id);
    const values = {
      userId: session.userId,
      data: JSON.stringify({ ...session, actor: undefined, seenAt: undefined }),
      seenAt: now,
      expiresAt: now + IDLE_MS,
    };
    await this.uow.write(async (tx) => {
      const { affected } = await tx.update(SessionEntity, { idHash }, values);
      if (affected === 0) await tx.insert(SessionEntity, { idHash, createdAt: now, ...values });
      await tx.delete(SessionEntity, { expiresAt: LessThan(now) });
    });
  }
}

interface SessionRow {
  data: string;
  createdAt: string | number;
  seenAt: string | number;
  expiresAt: string | number;
  userId: string;
  role: Role;
  name: string;
  active: boolean | number | null;
}

/** By hand, because the query builder costs more than the look itself; both engines read it. */
const READ = `SELECT s."data", s."createdAt", s."seenAt", s."expiresAt", s."userId", u."role", u."name", u."active"
  FROM "sessions" s LEFT JOIN "users" u ON u."id" = s."userId" WHERE s."idHash" = $1`;

function answer<T>(work: Promise<T>, callback: Callback<T> | undefined): void {
  work.then(
    (value) => callback?.(null, value),
    (error: unknown) => callback?.(error),
  );
}
