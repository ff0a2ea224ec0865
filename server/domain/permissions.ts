/** One table of rights for server and screens. A right is `<resource>.<act>`; nothing else grants anything. */
export const ROLES = ['reviewer', 'manager', 'auditor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

const READ_ALL: readonly Role[] = ['reviewer', 'manager', 'auditor', 'admin'];
const STAFF: readonly Role[] = ['reviewer', 'manager'];
/** A list leaves the house as a file: those who answer for it. */
const EXPORTERS: readonly Role[] = ['manager', 'auditor', 'admin'];

export const PERMISSIONS = {
  'claims.read': READ_ALL,
  'claims.create': STAFF,
  'claims.edit': STAFF,
  'claims.work': STAFF,
  'claims.propose': STAFF,
  'claims.approve': ['manager'],
  'claims.reject': ['manager'],
  'claims.hold': ['manager'],
  'documents.read': READ_ALL,
  'documents.view': STAFF,
  'documents.original': STAFF,
  'messages.read': ['reviewer', 'manager', 'auditor'],
  'messages.retry': STAFF,
  'customers.read': READ_ALL,
  'customers.edit': STAFF,
  'orders.read': READ_ALL,
  'orders.edit': ['reviewer', 'manager', 'admin'],
  'orders.export': EXPORTERS,
  'payments.read': READ_ALL,
  'payments.export': EXPORTERS,
  'payments.lookup': STAFF,
  'refunds.read': READ_ALL,
  'refunds.export': EXPORTERS,
  'refunds.resolve': ['manager'],
  'refunds.reverse': ['manager'],
  'payouts.stop': ['manager'],
  'calendar-days.read': READ_ALL,
  'calendar-days.edit': ['admin'],
  'reports.read': READ_ALL,
  'reports.export': EXPORTERS,
  'warnings.read': READ_ALL,
  'breaches.read': READ_ALL,
  'breaches.judge': ['manager'],
  'calendar-letters.send': ['manager'],
  'deadlines.read': READ_ALL,
  'authority-terms.read': READ_ALL,
  'authority-terms.edit': ['admin'],
  'settings.read': READ_ALL,
  'settings.edit': ['admin'],
  'templates.read': READ_ALL,
  'users.read': ['manager', 'auditor', 'admin'],
  'users.edit': ['admin'],
  'audit-events.read': READ_ALL,
  'audit-events.export': EXPORTERS,
  'audit-events.verify': EXPORTERS,
  'mail-ledger.read': READ_ALL,
  'mail-ledger.export': EXPORTERS,
  'mail-ledger.original': STAFF,
  'mail-ledger.answer': STAFF,
  'mail-ledger.rerun': ['manager', 'admin'],
  'jobs.read': ['manager', 'auditor', 'admin'],
  'jobs.retry': ['admin'],
  'gateway-events.read': ['manager', 'admin'],
  'exceptions.read': ['manager', 'admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** True when the role holds the right; an unknown right belongs to nobody. */
export function may(role: Role, permission: Permission): boolean {
  return (PERMISSIONS[permission] as readonly Role[]).includes(role);
}
