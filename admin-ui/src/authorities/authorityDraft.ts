import { AUTHORITY_CODE, type AuthorityStart } from '../../../server/domain/authority-terms';
import type { AuthorityKind } from '../shared/types';

/** What the form holds; the same fields for a new kind and for another term. */
export interface AuthorityDraft {
  code: string;
  kk: string;
  ru: string;
  en: string;
  /** As typed. */
  days: string;
  unit: 'calendar' | 'working';
  rollForward: boolean;
  start: AuthorityStart;
  article: string;
  active: boolean;
  validFrom: string;
  reason: string;
}

export function draftOf(kind: AuthorityKind | null, validFrom: string): AuthorityDraft {
  if (kind === null)
    return {
      code: '',
      kk: '',
      ru: '',
      en: '',
      days: '',
      unit: 'calendar',
      rollForward: true,
      start: 'day_after',
      article: '',
      active: true,
      validFrom,
      reason: '',
    };
  const { code, names, days, unit, rollForward, start, article, active } = kind;
  const term = { days: String(days), unit, rollForward, start, article, active };
  return { code, ...names, ...term, validFrom, reason: '' };
}

/** Whether it can be sent; the server looks again. */
export function isWhole({ code, kk, ru, en, days, article, validFrom, reason }: AuthorityDraft): boolean {
  const said = [kk, ru, en, article, reason].every((text) => text.trim().length > 2);
  return AUTHORITY_CODE.test(code) && said && /^[1-9]\d{0,2}$/.test(days) && validFrom !== '';
}

export function toBody(draft: AuthorityDraft, isNew: boolean): Record<string, unknown> {
  const { code, active, kk, ru, en, days, unit, rollForward, start, validFrom } = draft;
  return {
    ...(isNew ? { code } : { active }),
    nameKk: kk.trim(),
    nameRu: ru.trim(),
    nameEn: en.trim(),
    days: Number(days),
    unit,
    rollForward,
    start,
    article: draft.article.trim(),
    validFrom,
    reason: draft.reason.trim(),
  };
}
