import type { RaRecord } from 'react-admin';
import type { Language } from '../../../server/domain/claim';
import type { Role } from '../../../server/domain/permissions';

/** A browser in which somebody is signed in. */
export interface OpenSession {
  id: string;
  startedAt: string;
  seenAt: string;
  address: string | null;
  agent: string | null;
  current: boolean;
}

export interface StaffUser extends RaRecord {
  id: string;
  email: string;
  name: string;
  role: Role;
  language: Language;
  active: boolean;
  /** True until the invitation was taken up. */
  invited: boolean;
  createdAt: string;
  version: number;
  /** Only administrators get it. */
  sessions?: OpenSession[];
}
