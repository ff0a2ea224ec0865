import { applicationPdf, type ApplicationEntries } from '../../../server/adapters/pdf';
import type { Language } from '../../../server/domain/claim';
import { DEFAULT_LEGAL_ENTITY } from '../../../server/domain/legal-entity';
import { signatureSvg } from './signature';

/** A filled and signed Application for refund; the same facts and seed give the same bytes. */
export function demoApplication(
  language: Language,
  entries: Omit<ApplicationEntries, 'signature'>,
  at: number,
  seed: number,
): Promise<Buffer> {
  return applicationPdf(language, DEFAULT_LEGAL_ENTITY, at, { ...entries, signature: signatureSvg(seed) });
}
