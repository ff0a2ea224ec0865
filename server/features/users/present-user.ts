import type { UserEntity } from './user.entity';

/** What the desk may know of a colleague; never the password's hash. */
export function presentUser(user: UserEntity) {
  const { id, email, name, role, language, active, version } = user;
  return {
    id,
    email,
    name,
    role,
    language,
    active,
    /** True until the invitation was taken up. */
    invited: user.passwordHash === null,
    createdAt: new Date(user.createdAt).toISOString(),
    version,
  };
}
