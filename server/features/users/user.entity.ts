import { Entity, PrimaryColumn } from 'typeorm';
import { CountColumn, FlagColumn, IdColumn, InstantColumn, TextColumn } from '../../adapters/db/columns';
import type { Language } from '../../domain/claim';
import type { Role } from '../../domain/permissions';

/** A member of staff. Without `passwordHash` the invitation is still open. */
@Entity('users')
export class UserEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 }) id!: string;
  /** Lower case; the sign-in name. */
  @TextColumn(254, { unique: true }) email!: string;
  @TextColumn(200) name!: string;
  @TextColumn(16) role!: Role;
  @TextColumn(2) language!: Language;
  @TextColumn(200, { nullable: true }) passwordHash!: string | null;
  @FlagColumn() active!: boolean;
  @InstantColumn() createdAt!: number;
  @CountColumn() version!: number;
}

/** One browser signed in. Only the hash of the session id is kept. */
@Entity('sessions')
export class SessionEntity {
  @PrimaryColumn({ type: 'varchar', length: 64 }) idHash!: string;
  @IdColumn({ nullable: true }) userId!: string | null;
  @TextColumn(4000) data!: string;
  @InstantColumn() createdAt!: number;
  @InstantColumn() seenAt!: number;
  @InstantColumn() expiresAt!: number;
}

/** Failed sign-ins by account or address; the delay survives restarts and holds on every instance. */
@Entity('sign_in_throttles')
export class SignInThrottleEntity {
  /** `account:<hash>` or `address:<hash>`. */
  @PrimaryColumn({ type: 'varchar', length: 80 }) key!: string;
  @CountColumn() failures!: number;
  @InstantColumn() blockedUntil!: number;
  @InstantColumn() updatedAt!: number;
}

/** A one-time link: invitation or forgotten password. Only the token's hash is kept. */
@Entity('user_tokens')
export class UserTokenEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 }) id!: string;
  @IdColumn() userId!: string;
  @TextColumn(8) purpose!: 'invite' | 'reset';
  @TextColumn(64, { unique: true }) tokenHash!: string;
  @InstantColumn() expiresAt!: number;
  @InstantColumn({ nullable: true }) usedAt!: number | null;
}

/** A machine that may push orders; only the token's hash is kept. */
@Entity('api_tokens')
export class ApiTokenEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 }) id!: string;
  @TextColumn(100) name!: string;
  @TextColumn(64, { unique: true }) tokenHash!: string;
  @IdColumn({ nullable: true }) createdById!: string | null;
  @InstantColumn() createdAt!: number;
  @InstantColumn({ nullable: true }) revokedAt!: number | null;
}
