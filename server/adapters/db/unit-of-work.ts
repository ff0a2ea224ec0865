import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from 'typeorm';

/** The only way of features to the database. */
export interface UnitOfWork {
  /**
   * Runs `fn` in one transaction: all of it or nothing. Inside another `write` it becomes a savepoint.
   * Never await the outside world (HTTP, disk, mail) in it. On PostgreSQL it may run again after a conflict.
   */
  write<T>(fn: (tx: EntityManager) => Promise<T>): Promise<T>;
  /** Runs `fn` on committed data; inside `write` it sees the open transaction. */
  read<T>(fn: (tx: EntityManager) => Promise<T>): Promise<T>;
}

export type Tx = EntityManager;

interface Scope {
  tx: EntityManager;
  open: boolean;
}

/**
 * Keeps the open transaction with the asynchronous work that belongs to it. A scope closes with its
 * transaction, so work that nobody awaited cannot slip into a later one.
 */
export class TransactionScope {
  private readonly storage = new AsyncLocalStorage<Scope>();

  current(): EntityManager | undefined {
    const scope = this.storage.getStore();
    return scope?.open ? scope.tx : undefined;
  }

  async run<T>(tx: EntityManager, fn: (tx: EntityManager) => Promise<T>): Promise<T> {
    const scope: Scope = { tx, open: true };
    try {
      return await this.storage.run(scope, () => fn(tx));
    } finally {
      scope.open = false;
    }
  }
}
