import { DomainError } from '../domain/errors';

/** No session, or it has ended. */
export class NotSignedIn extends DomainError {
  readonly code = 'not-signed-in';
}

/** Wrong e-mail or password; the same for an unknown user. */
export class WrongSignIn extends DomainError {
  readonly code = 'wrong-sign-in';
}

/** The request lacks the token that only our own pages know, or comes from another origin. */
export class CsrfRefused extends DomainError {
  readonly code = 'csrf-token';
}

/** Syntax or encoding that cannot be read at all. */
export class Unreadable extends DomainError {
  readonly code = 'unreadable';
}

/** The body is of a type that the route does not read. */
export class UnsupportedMediaType extends DomainError {
  readonly code = 'unsupported-media-type';
}

/** The path exists, the method does not. */
export class MethodNotAllowed extends DomainError {
  readonly code = 'method-not-allowed';
}

/** Too many attempts; `details.retryAfterSeconds` says how long to wait. */
export class TooManyRequests extends DomainError {
  readonly code = 'too-many-requests';
}

/** The command id was used for another act. */
export class CommandReused extends DomainError {
  readonly code = 'command-reused';
}
