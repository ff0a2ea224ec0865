/**
 * Everything the product refuses on purpose. `code` is stable and public (it ends the problem `type`),
 * the message is for people, `details` travel in the problem body and hold no personal values.
 */
export abstract class DomainError extends Error {
  abstract readonly code: string;

  constructor(
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** The record does not exist, or the caller must not learn that it does. */
export class NotFound extends DomainError {
  readonly code = 'not-found';
}

/** Someone changed the record since the caller read it; `details.current` is its state now. */
export class StaleVersion extends DomainError {
  readonly code = 'stale-version';
}

/** The move is not in the transition table for the state the record is in. */
export class IllegalMove extends DomainError {
  readonly code = 'illegal-move';
}

/** Well-formed input that breaks a rule; `details.errors` names fields as react-admin shows them. */
export class InvalidInput extends DomainError {
  readonly code = 'invalid-input';
}

/** The caller's role lacks the right, or the four-eyes rule forbids it. */
export class Forbidden extends DomainError {
  readonly code = 'forbidden';
}

/** More money than is left on the payment. */
export class OverRefund extends DomainError {
  readonly code = 'over-refund';
}

/** The approval was given for something else than what stands now. */
export class ApprovalHashMismatch extends DomainError {
  readonly code = 'approval-hash-mismatch';
}

/** A required check or document is still open. */
export class ChecklistOpen extends DomainError {
  readonly code = 'checklist-open';
}

/** The file is of no allowed kind, or does not decode. */
export class UnsupportedFile extends DomainError {
  readonly code = 'unsupported-file';
}

/** A size, count, pixel or page limit is exceeded. */
export class TooLarge extends DomainError {
  readonly code = 'too-large';
}

/** A needed outside part (disk, gateway, mail server) does not answer; nothing was changed. */
export class Unavailable extends DomainError {
  readonly code = 'unavailable';
}

/** What a log may say of a fault. */
export interface Fault {
  name: string;
  code?: string;
  /** Of our own errors, which quote nobody. */
  detail?: string;
  /** Where it happened: the frames of the stack, innermost first. */
  at?: string[];
}

const FRAMES = 8;

/**
 * A fault without its message: messages of drivers, parsers and mail servers repeat what they stumbled over, and
 * that is often a customer's name or letter (checklist L3). Kind, code and place are enough to find the cause.
 */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code } = error as Error & { code?: unknown };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  return {
    name: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(error instanceof DomainError ? { detail: error.message } : {}),
    at: frames.slice(0, FRAMES).map((line) => line.trim()),
  };
}
