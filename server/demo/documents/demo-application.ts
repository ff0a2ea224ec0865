import { applicationPdf, type ApplicationEntries } from '../../adapters/pdf';
import type { Language } from '../../domain/claim';
import { DEFAULT_LEGAL_ENTITY } from '../../domain/legal-entity';
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
