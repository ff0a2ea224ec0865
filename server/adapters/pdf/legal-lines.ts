import type { Language } from '../../domain/claim';
import type { LegalEntity } from '../../domain/legal-entity';

/** The shop's marks in one language: name, then number and address, telephone, accounts. */
export function legalLines(entity: LegalEntity, language: Language): string[] {
  const suffix = ({ kk: 'Kk', ru: 'Ru', en: 'En' } as const)[language];
  const marks = MARKS[language];
  const accounts = entity.accounts.map(
    (account) =>
      `${marks.account}: ${account.iban} (${account.currency}), ${account[`bank${suffix}`]}, ${marks.bic} ${account.bic}`,
  );
  return [
    entity[`name${suffix}`],
    `${entity[`name${suffix}`]}, ${marks.bin} ${spacedBin(entity.bin)}. ${entity[`address${suffix}`]}`,
    `${entity.phoneText} · ${entity.email} · ${entity.site}`,
    ...accounts,
  ];
}

/** «190 440 011 185», as the shop writes it. */
export function spacedBin(bin: string): string {
  return bin.replace(/(\d{3})(?=\d)/g, '$1\u00a0');
}

const MARKS: Record<Language, { bin: string; account: string; bic: string }> = {
  kk: { bin: 'БСН', account: 'ЖСК (ИИК)', bic: 'БСК' },
  ru: { bin: 'БИН', account: 'ИИК', bic: 'БИК' },
  en: { bin: 'BIN', account: 'Account', bic: 'BIC' },
};
