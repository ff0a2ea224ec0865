import type { RaRecord } from 'react-admin';
import type { Language } from '../../../server/domain/claim';

export interface Customer extends RaRecord {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  /** Null while unsure: letters go out in Kazakh and Russian. */
  language: Language | null;
  createdAt: string;
  version: number;
}
