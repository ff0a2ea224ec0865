import type { Role } from './permissions';

interface Person {
  name: string;
  email?: string | null;
  phone?: string | null;
}

/** Auditors read everything but unmasked personal data: enough stays to tell two people apart. */
export function maskedPerson<T extends Person>(person: T, role: Role): T {
  if (role !== 'auditor') return person;
  return {
    ...person,
    name: person.name.replace(/(\p{L})[\p{L}'’-]*/gu, '$1•'),
    email: person.email ? person.email.replace(/^(.).*@/u, '$1•••@') : (person.email ?? null),
    phone: person.phone ? `•••${person.phone.slice(-2)}` : (person.phone ?? null),
  };
}
