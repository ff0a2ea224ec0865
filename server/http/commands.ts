import { LessThan } from 'typeorm';
import type { Tx, UnitOfWork } from '../adapters/db/unit-of-work';
import { CommandEntity } from './command.entity';
import { CommandReused } from './http-errors';

/** What a repeated command gets: the first answer, word for word. */
export interface CommandAnswer {
  status: number;
  body: unknown;
}

/** A command as it arrives: its id is unique, its `action` names act and object. */
export interface Command {
  commandId: string;
  actorId: string;
  action: string;
  now: number;
}

/**
 * Runs `act` once for a command id, in the caller's transaction; repeated, it answers as the first time.
 * The primary key holds it when two come at once: the later transaction fails and is asked again.
 *
 * @throws CommandReused when the id was used for another act or by somebody else
 */
export async function onceFor(
  tx: Tx,
  command: Command,
  act: () => Promise<CommandAnswer>,
): Promise<CommandAnswer> {
  const { commandId, actorId, action, now } = command;
  const known = await tx.findOneBy(CommandEntity, { commandId });
  if (known) {
    if (known.actorId !== actorId || known.action !== action) {
      throw new CommandReused('This commandId was used for something else; make a new one');
    }
    return { status: known.status, body: JSON.parse(known.response) as unknown };
  }
  const answer = await act();
  await tx.insert(CommandEntity, {
    commandId,
    actorId,
    action,
    status: answer.status,
    response: JSON.stringify(answer.body),
    createdAt: now,
  });
  return answer;
}

/** For an act that runs outside the transaction of its command and failed: the id may be used again. */
export async function forgetCommand(tx: Tx, commandId: string): Promise<void> {
  await tx.delete(CommandEntity, { commandId });
}

/** No browser and no program repeats a command after so long; the answers hold personal values and must not stay. */
const KEEP_MS = 30 * 24 * 3_600_000;

/** Forgets the answers to old commands. */
export async function forgetOldCommands(uow: UnitOfWork, now: number): Promise<void> {
  await uow.write((tx) => tx.delete(CommandEntity, { createdAt: LessThan(now - KEEP_MS) }));
}
