import { isCalendarDate } from './calendar-date';

/** Form checks only: a right check digit proves nothing about the owner (reference §7). */
export type IinProblem = 'form' | 'date' | 'check_digit';

export interface IinFacts {
  iin: string;
  bornOn: string;
  /** Null when the seventh digit is 0, which some descriptions use for foreigners. */
  sex: 'male' | 'female' | null;
  warning: 'foreigner_digit' | null;
}

export type Checked<Value, Problem> = { ok: true; value: Value } | { ok: false; problem: Problem };

/**
 * Individual identification number: YYMMDD, century and sex, serial, check digit. Spaces are forgiven.
 * A seventh digit 0 says no century; the first of the 1900s and the 2000s in which the
 * date exists is taken.
 */
export function checkIin(text: string): Checked<IinFacts, IinProblem> {
  const iin = compact(text);
  if (!/^\d{6}[0-6]\d{5}$/.test(iin)) return { ok: false, problem: 'form' };
  const centuryDigit = Number(iin[6]);
  const centuries = centuryDigit === 0 ? ['19', '20'] : [String(17 + Math.ceil(centuryDigit / 2))];
  const days = centuries.map(
    (century) => `${century}${iin.slice(0, 2)}-${iin.slice(2, 4)}-${iin.slice(4, 6)}`,
  );
  const bornOn = days.find(isCalendarDate);
  if (!bornOn) return { ok: false, problem: 'date' };
  if (checkDigit(iin) !== Number(iin[11])) return { ok: false, problem: 'check_digit' };
  const sex = centuryDigit === 0 ? null : centuryDigit % 2 === 1 ? 'male' : 'female';
  return { ok: true, value: { iin, bornOn, sex, warning: sex === null ? 'foreigner_digit' : null } };
}

export interface BinFacts {
  bin: string;
  /** `YYMM` of registration. */
  registered: string;
  residence: 'resident' | 'non_resident' | 'joint_enterprise';
  unit: 'head' | 'branch' | 'representative' | 'farm' | 'other';
}

/** Business identification number: YYMM, residence, unit, serial, check digit. Sole traders use the IIN. */
export function checkBin(text: string): Checked<BinFacts, IinProblem> {
  const bin = compact(text);
  if (!/^\d{4}[456]\d{7}$/.test(bin)) return { ok: false, problem: 'form' };
  const month = Number(bin.slice(2, 4));
  if (month < 1 || month > 12) return { ok: false, problem: 'date' };
  if (checkDigit(bin) !== Number(bin[11])) return { ok: false, problem: 'check_digit' };
  const residence = ({ 4: 'resident', 5: 'non_resident', 6: 'joint_enterprise' } as const)[
    bin[4] as '4' | '5' | '6'
  ];
  const unit = (['head', 'branch', 'representative', 'farm'] as const)[Number(bin[5])] ?? 'other';
  return { ok: true, value: { bin, registered: bin.slice(0, 4), residence, unit } };
}

/** Numbers in a text that are an IIN in form, date and check digit, so that they can be sealed (design §8b). */
export function findIins(text: string): string[] {
  const runs = text.match(/(?<!\d)\d(?:[ \u00a0-]?\d){11}(?!\d)/g) ?? [];
  const found = runs.map((run) => checkIin(run.replace(/-/g, '')));
  return [...new Set(found.flatMap((each) => (each.ok ? [each.value.iin] : [])))];
}

/** `••••••••7770`: all that screens show without a purpose. */
export function maskIin(iin: string): string {
  return `${'•'.repeat(8)}${iin.slice(-4)}`;
}

const FIRST_WEIGHTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const SECOND_WEIGHTS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

/** Null when both rounds give 10: no such number is issued. */
function checkDigit(digits: string): number | null {
  for (const weights of [FIRST_WEIGHTS, SECOND_WEIGHTS]) {
    const rest = weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11;
    if (rest < 10) return rest;
  }
  return null;
}

function compact(text: string): string {
  return text.replace(/[\s\u00a0]/g, '');
}
