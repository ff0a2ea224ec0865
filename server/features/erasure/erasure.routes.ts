import { z } from 'zod';
import type { UnitOfWork } from '../../adapters/db/unit-of-work';
import { almatyDate, almatyTime } from '../../domain/almaty-time';
import { LANGUAGES, type Language } from '../../domain/claim';
import { NotFound } from '../../domain/errors';
import type { RouteSpec } from '../../http/route';
import { AuditEventEntity } from '../audit';
import { ClaimEntity } from '../claims';
import { fillText, letterDate } from '../letters';
import { CERTIFICATE_WORDS, type CertificateKey } from './certificate-words';
import { ERASED } from './erase-id-copies';

const Query = z.strictObject({ language: z.enum(LANGUAGES).default('kk') });

/** What the event of an erasure holds. */
interface Erased {
  contentType: string;
  sizeBytes: number;
  sha256: string;
  closedAt: string;
  retentionDays: number;
  withMail: boolean;
}

export interface CertificateParts {
  uow: UnitOfWork;
  letterPdf: (letter: {
    language: Language;
    addressee: string[];
    date: string;
    subject: string;
    text: string;
    at: number;
  }) => Promise<Buffer>;
}

/** The certificate of an erasure: written from the audit trail alone, for nothing else is left. */
export function erasureRoutes({ uow, letterPdf }: CertificateParts): RouteSpec[] {
  return [
    {
      method: 'get',
      path: '/api/documents/:id/erasure-certificate',
      access: 'documents.read',
      summary: 'The certificate that a copy of an identity document was erased, as PDF; names no person',
      query: Query,
      handler: async (req, res) => {
        const { language } = Query.parse(req.query);
        const resourceId = String(req.params.id);
        const { event, number } = await uow.read(async (tx) => {
          const found = await tx.findOneBy(AuditEventEntity, {
            resource: 'documents',
            resourceId,
            action: ERASED,
          });
          if (!found) throw new NotFound('Nothing was erased here');
          const claim = await tx.findOneBy(ClaimEntity, { id: found.claimId ?? '' });
          return { event: found, number: claim?.number ?? '' };
        });
        const pdf = await letterPdf({
          language,
          addressee: [],
          date: almatyDate(event.at),
          subject: CERTIFICATE_WORDS[language].subject,
          text: certificateText(language, number, event),
          at: event.at,
        });
        res.type('application/pdf').setHeader('Cache-Control', 'no-store');
        res.setHeader('Content-Disposition', `inline; filename="erasure-${number}.pdf"`);
        res.send(pdf);
      },
    },
  ];
}

/** The paragraphs of the certificate. */
export function certificateText(
  language: Language,
  number: string,
  event: Pick<AuditEventEntity, 'id' | 'at' | 'data'>,
): string {
  const erased = event.data as Erased;
  const values = {
    number,
    days: String(erased.retentionDays),
    closedOn: letterDate(language, almatyDate(Date.parse(erased.closedAt))),
    erasedOn: letterDate(language, almatyDate(event.at)),
    time: almatyTime(event.at),
    contentType: erased.contentType,
    bytes: String(erased.sizeBytes),
    sha256: erased.sha256,
    event: event.id,
  };
  const keys: CertificateKey[] = ['what', 'ground', 'when', 'file', 'how'];
  if (erased.withMail) keys.push('mail');
  return [...keys, 'event' as const]
    .map((key) => fillText(CERTIFICATE_WORDS[language][key], values))
    .join('\n\n');
}
