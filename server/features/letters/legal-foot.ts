import type { Language } from '../../domain/claim';
import type { LegalEntity } from '../../domain/legal-entity';

/** The shop's marks under every letter. */
export function legalFoot(entity: LegalEntity, language: Language): string {
  const suffix = ({ kk: 'Kk', ru: 'Ru', en: 'En' } as const)[language];
  const bin = { kk: 'БСН', ru: 'БИН', en: 'BIN' }[language];
  const digits = entity.bin.replace(/(\d{3})(?=\d)/g, '$1\u00a0');
  return [
    `${entity[`name${suffix}`]}, ${bin} ${digits}`,
    entity[`address${suffix}`],
    `${entity.phoneText} · ${entity.email} · ${entity.site}`,
  ].join('\n');
}
