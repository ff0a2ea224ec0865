import type { CalendarDayRow, CalendarYear } from './calendar';

/**
 * The working-day calendar of Kazakhstan that a new installation starts with, 2023–2027.
 *
 * Compiled on 2026-11-23; 2027 follows from the rules only and is provisional. From then on the table in the
 * database counts: administrators edit it, with author, time and version. `date-holidays` is not used, it knows
 * no moved days (docs/rules.md R-07).
 */
export interface SeedDay extends CalendarDayRow {
  /** Keys of `KZ_CALENDAR_SOURCES`, most binding first. */
  source: string;
  /** high: official or two sources; medium: one good source; low: computed only. */
  confidence: 'high' | 'medium' | 'low';
}

const NAMES = {
  newYear: ['Жаңа жыл', 'Новый год', 'New Year'],
  orthodoxChristmas: ['Православиелік Рождество', 'Православное Рождество', 'Orthodox Christmas'],
  internationalWomensDay: [
    'Халықаралық әйелдер күні',
    'Международный женский день',
    "International Women's Day",
  ],
  nauryz: ['Наурыз мейрамы', 'Наурыз мейрамы', 'Nauryz'],
  kazakhstanPeoplesUnityDay: [
    'Қазақстан халқының бірлігі мерекесі',
    'Праздник единства народа Казахстана',
    "Kazakhstan People's Unity Day",
  ],
  defenderOfTheFatherlandDay: [
    'Отан қорғаушы күні',
    'День защитника Отечества',
    'Defender of the Fatherland Day',
  ],
  victoryDay: ['Жеңіс күні', 'День Победы', 'Victory Day'],
  firstDayOfKurbanAitEidAlAdha: [
    'Құрбан айттың бірінші күні',
    'Первый день Курбан-айта',
    'First day of Kurban Ait (Eid al-Adha)',
  ],
  capitalDay: ['Астана күні', 'День Столицы', 'Capital Day'],
  constitutionDay: [
    'Қазақстан Республикасының Конституциясы күні',
    'День Конституции Республики Казахстан',
    'Constitution Day',
  ],
  republicDay: ['Республика күні', 'День Республики', 'Republic Day'],
  independenceDay: ['Тәуелсіздік күні', 'День Независимости', 'Independence Day'],
  newYearMoved: [
    'Жаңа жыл (ауыстырылған демалыс)',
    'Новый год (перенос выходного)',
    'New Year (day off moved)',
  ],
  defenderOfTheFatherlandDayMoved: [
    'Отан қорғаушы күні (ауыстырылған демалыс)',
    'День защитника Отечества (перенос выходного)',
    'Defender of the Fatherland Day (day off moved)',
  ],
  independenceDayMoved: [
    'Тәуелсіздік күні (ауыстырылған демалыс)',
    'День Независимости (перенос выходного)',
    'Independence Day (day off moved)',
  ],
  dayOffMovedFrom1July: [
    'Демалыс күні 1 шілдеден ауыстырылды',
    'Выходной перенесён с 1 июля',
    'Day off moved from 1 July',
  ],
  workingDayMovedTo7July: [
    'Жұмыс күні (демалыс 7 шілдеге ауыстырылды)',
    'Рабочий день (выходной перенесён на 7 июля)',
    'Working day (day off moved to 7 July)',
  ],
  nauryzMoved: [
    'Наурыз мейрамы (ауыстырылған демалыс)',
    'Наурыз мейрамы (перенос выходного)',
    'Nauryz (day off moved)',
  ],
  capitalDayMoved: [
    'Астана күні (ауыстырылған демалыс)',
    'День Столицы (перенос выходного)',
    'Capital Day (day off moved)',
  ],
  dayOffMovedFrom4May: [
    'Демалыс күні 4 мамырдан ауыстырылды',
    'Выходной перенесён с 4 мая',
    'Day off moved from 4 May',
  ],
  workingDayMovedTo8May: [
    'Жұмыс күні (демалыс 8 мамырға ауыстырылды)',
    'Рабочий день (выходной перенесён на 8 мая)',
    'Working day (day off moved to 8 May)',
  ],
  internationalWomensDayMoved: [
    'Халықаралық әйелдер күні (ауыстырылған демалыс)',
    'Международный женский день (перенос выходного)',
    "International Women's Day (day off moved)",
  ],
  constitutionDayMoved: [
    'Қазақстан Республикасының Конституциясы күні (ауыстырылған демалыс)',
    'День Конституции Республики Казахстан (перенос выходного)',
    'Constitution Day (day off moved)',
  ],
  republicDayMoved: [
    'Республика күні (ауыстырылған демалыс)',
    'День Республики (перенос выходного)',
    'Republic Day (day off moved)',
  ],
  dayOffMovedFrom5January: [
    'Демалыс күні 5 қаңтардан ауыстырылды',
    'Выходной перенесён с 5 января',
    'Day off moved from 5 January',
  ],
  workingDayMovedTo3January: [
    'Жұмыс күні (демалыс 3 қаңтарға ауыстырылды)',
    'Рабочий день (выходной перенесён на 3 января)',
    'Working day (day off moved to 3 January)',
  ],
  republicDay2: ['Қазақстан Республикасы күні', 'День Республики', 'Republic Day'],
  victoryDayMoved: [
    'Жеңіс күні (ауыстырылған демалыс)',
    'День Победы (перенос выходного)',
    'Victory Day (day off moved)',
  ],
  republicDayMoved2: [
    'Қазақстан Республикасы күні (ауыстырылған демалыс)',
    'День Республики (перенос выходного)',
    'Republic Day (day off moved)',
  ],
  kazakhstanPeoplesUnityDayMoved: [
    'Қазақстан халқының бірлігі мерекесі (ауыстырылған демалыс)',
    'Праздник единства народа Казахстана (перенос выходного)',
    "Kazakhstan People's Unity Day (day off moved)",
  ],
} as const;

type Row = [
  day: string,
  kind: SeedDay['kind'],
  name: keyof typeof NAMES,
  source: string,
  confidence: SeedDay['confidence'],
];

const ROWS: Row[] = [
  ['2023-01-01', 'holiday', 'newYear', 'law267, z2022', 'high'],
  ['2023-01-02', 'holiday', 'newYear', 'law267, z2022', 'high'],
  ['2023-01-03', 'moved_day_off', 'newYearMoved', 'law267, vacanza3690', 'high'],
  ['2023-01-07', 'holiday', 'orthodoxChristmas', 'labour84_85, z2022', 'high'],
  ['2023-03-08', 'holiday', 'internationalWomensDay', 'law267, z2022', 'high'],
  ['2023-03-21', 'holiday', 'nauryz', 'law267, z2022', 'high'],
  ['2023-03-22', 'holiday', 'nauryz', 'law267, z2022', 'high'],
  ['2023-03-23', 'holiday', 'nauryz', 'law267, z2022', 'high'],
  ['2023-05-01', 'holiday', 'kazakhstanPeoplesUnityDay', 'law267, z2022', 'high'],
  ['2023-05-07', 'holiday', 'defenderOfTheFatherlandDay', 'law267, z2022', 'high'],
  ['2023-05-08', 'moved_day_off', 'defenderOfTheFatherlandDayMoved', 'law267, vacanza3690', 'high'],
  ['2023-05-09', 'holiday', 'victoryDay', 'law267, z2022', 'high'],
  ['2023-06-28', 'holiday', 'firstDayOfKurbanAitEidAlAdha', 'labour84_85, kurban2023', 'high'],
  ['2023-07-01', 'working_weekend', 'workingDayMovedTo7July', 'p2023_326, labour84_85', 'high'],
  ['2023-07-06', 'holiday', 'capitalDay', 'law267, z2022', 'high'],
  ['2023-07-07', 'moved_day_off', 'dayOffMovedFrom1July', 'p2023_326, labour84_85', 'high'],
  ['2023-08-30', 'holiday', 'constitutionDay', 'law267, z2022', 'high'],
  ['2023-10-25', 'holiday', 'republicDay', 'law267, z2022', 'high'],
  ['2023-12-16', 'holiday', 'independenceDay', 'law267, z2022', 'high'],
  ['2023-12-18', 'moved_day_off', 'independenceDayMoved', 'law267, vacanza3690', 'high'],
  ['2024-01-01', 'holiday', 'newYear', 'law267, prodcal2024', 'high'],
  ['2024-01-02', 'holiday', 'newYear', 'law267, prodcal2024', 'high'],
  ['2024-01-07', 'holiday', 'orthodoxChristmas', 'labour84_85, prodcal2024', 'high'],
  ['2024-03-08', 'holiday', 'internationalWomensDay', 'law267, prodcal2024', 'high'],
  ['2024-03-21', 'holiday', 'nauryz', 'law267, prodcal2024', 'high'],
  ['2024-03-22', 'holiday', 'nauryz', 'law267, prodcal2024', 'high'],
  ['2024-03-23', 'holiday', 'nauryz', 'law267, prodcal2024', 'high'],
  ['2024-03-25', 'moved_day_off', 'nauryzMoved', 'law267, prodcal2024', 'high'],
  ['2024-05-01', 'holiday', 'kazakhstanPeoplesUnityDay', 'law267, prodcal2024', 'high'],
  ['2024-05-04', 'working_weekend', 'workingDayMovedTo8May', 'g2024_109, labour84_85', 'high'],
  ['2024-05-07', 'holiday', 'defenderOfTheFatherlandDay', 'law267, prodcal2024', 'high'],
  ['2024-05-08', 'moved_day_off', 'dayOffMovedFrom4May', 'g2024_109, labour84_85', 'high'],
  ['2024-05-09', 'holiday', 'victoryDay', 'law267, prodcal2024', 'high'],
  ['2024-06-16', 'holiday', 'firstDayOfKurbanAitEidAlAdha', 'labour84_85, kurban2024', 'high'],
  ['2024-07-06', 'holiday', 'capitalDay', 'law267, prodcal2024', 'high'],
  ['2024-07-08', 'moved_day_off', 'capitalDayMoved', 'law267, prodcal2024', 'high'],
  ['2024-08-30', 'holiday', 'constitutionDay', 'law267, prodcal2024', 'high'],
  ['2024-10-25', 'holiday', 'republicDay', 'law267, prodcal2024', 'high'],
  ['2024-12-16', 'holiday', 'independenceDay', 'law267, prodcal2024', 'high'],
  ['2025-01-01', 'holiday', 'newYear', 'law267, egov2025', 'high'],
  ['2025-01-02', 'holiday', 'newYear', 'law267, egov2025', 'high'],
  ['2025-01-03', 'moved_day_off', 'dayOffMovedFrom5January', 'g2024_436, labour84_85', 'high'],
  ['2025-01-05', 'working_weekend', 'workingDayMovedTo3January', 'g2024_436, labour84_85', 'high'],
  ['2025-01-07', 'holiday', 'orthodoxChristmas', 'labour84_85, egov2025', 'high'],
  ['2025-03-08', 'holiday', 'internationalWomensDay', 'law267, egov2025', 'high'],
  ['2025-03-10', 'moved_day_off', 'internationalWomensDayMoved', 'law267, egov2025', 'high'],
  ['2025-03-21', 'holiday', 'nauryz', 'law267, egov2025', 'high'],
  ['2025-03-22', 'holiday', 'nauryz', 'law267, egov2025', 'high'],
  ['2025-03-23', 'holiday', 'nauryz', 'law267, egov2025', 'high'],
  ['2025-03-24', 'moved_day_off', 'nauryzMoved', 'law267, egov2025', 'high'],
  ['2025-03-25', 'moved_day_off', 'nauryzMoved', 'law267, egov2025', 'high'],
  ['2025-05-01', 'holiday', 'kazakhstanPeoplesUnityDay', 'law267, egov2025', 'high'],
  ['2025-05-07', 'holiday', 'defenderOfTheFatherlandDay', 'law267, egov2025', 'high'],
  ['2025-05-09', 'holiday', 'victoryDay', 'law267, egov2025', 'high'],
  ['2025-06-06', 'holiday', 'firstDayOfKurbanAitEidAlAdha', 'labour84_85, kurban2025', 'high'],
  ['2025-07-06', 'holiday', 'capitalDay', 'law267, egov2025', 'high'],
  ['2025-07-07', 'moved_day_off', 'capitalDayMoved', 'law267, egov2025', 'high'],
  ['2025-08-30', 'holiday', 'constitutionDay', 'law267, egov2025', 'high'],
  ['2025-09-01', 'moved_day_off', 'constitutionDayMoved', 'law267, egov2025', 'high'],
  ['2025-10-25', 'holiday', 'republicDay', 'law267, egov2025', 'high'],
  ['2025-10-27', 'moved_day_off', 'republicDayMoved', 'law267, egov2025', 'high'],
  ['2025-12-16', 'holiday', 'independenceDay', 'law267, egov2025', 'high'],
  ['2026-01-01', 'holiday', 'newYear', 'law267, prodcal2026, egov2026', 'high'],
  ['2026-01-02', 'holiday', 'newYear', 'law267, prodcal2026, egov2026', 'high'],
  ['2026-01-07', 'holiday', 'orthodoxChristmas', 'labour84_85, prodcal2026, egov2026', 'high'],
  ['2026-03-08', 'holiday', 'internationalWomensDay', 'law267, prodcal2026, egov2026', 'high'],
  ['2026-03-09', 'moved_day_off', 'internationalWomensDayMoved', 'law267, prodcal2026, egov2026', 'high'],
  ['2026-03-21', 'holiday', 'nauryz', 'law267, prodcal2026, egov2026', 'high'],
  ['2026-03-22', 'holiday', 'nauryz', 'law267, prodcal2026, egov2026', 'high'],
  ['2026-03-23', 'holiday', 'nauryz', 'law267, prodcal2026, egov2026', 'high'],
  ['2026-03-24', 'moved_day_off', 'nauryzMoved', 'law267, prodcal2026, egov2026', 'high'],
  ['2026-03-25', 'moved_day_off', 'nauryzMoved', 'law267, prodcal2026, egov2026', 'high'],
  ['2026-05-01', 'holiday', 'kazakhstanPeoplesUnityDay', 'law267, prodcal2026, egov2026', 'high'],
  ['2026-05-07', 'holiday', 'defenderOfTheFatherlandDay', 'law267, prodcal2026, egov2026', 'high'],
  ['2026-05-09', 'holiday', 'victoryDay', 'law267, prodcal2026, egov2026', 'high'],
  ['2026-05-11', 'moved_day_off', 'victoryDayMoved', 'law267, prodcal2026, egov2026', 'high'],
  ['2026-05-27', 'holiday', 'firstDayOfKurbanAitEidAlAdha', 'labour84_85, kurban2026', 'medium'],
  ['2026-07-06', 'holiday', 'capitalDay', 'law267, prodcal2026, egov2026', 'high'],
  ['2026-10-25', 'holiday', 'republicDay2', 'prodcal2026, vacanza3690', 'high'],
  ['2026-10-26', 'moved_day_off', 'republicDayMoved2', 'law267, prodcal2026, egov2026', 'high'],
  ['2026-12-16', 'holiday', 'independenceDay', 'law267, prodcal2026, egov2026', 'high'],
  ['2027-01-01', 'holiday', 'newYear', 'law267, vacanza3690, rule', 'medium'],
  ['2027-01-02', 'holiday', 'newYear', 'law267, vacanza3690, rule', 'medium'],
  ['2027-01-04', 'moved_day_off', 'newYearMoved', 'law267, vacanza3690, rule', 'medium'],
  ['2027-01-07', 'holiday', 'orthodoxChristmas', 'labour84_85, vacanza3690, rule', 'medium'],
  ['2027-03-08', 'holiday', 'internationalWomensDay', 'law267, vacanza3690, rule', 'medium'],
  ['2027-03-15', 'holiday', 'constitutionDay', 'const2026, vacanza3690, law267', 'medium'],
  ['2027-03-21', 'holiday', 'nauryz', 'law267, vacanza3690, rule', 'medium'],
  ['2027-03-22', 'holiday', 'nauryz', 'law267, vacanza3690, rule', 'medium'],
  ['2027-03-23', 'holiday', 'nauryz', 'law267, vacanza3690, rule', 'medium'],
  ['2027-03-24', 'moved_day_off', 'nauryzMoved', 'law267, vacanza3690, rule', 'medium'],
  ['2027-05-01', 'holiday', 'kazakhstanPeoplesUnityDay', 'law267, vacanza3690, rule', 'medium'],
  ['2027-05-03', 'moved_day_off', 'kazakhstanPeoplesUnityDayMoved', 'law267, vacanza3690, rule', 'medium'],
  ['2027-05-07', 'holiday', 'defenderOfTheFatherlandDay', 'law267, vacanza3690, rule', 'medium'],
  ['2027-05-09', 'holiday', 'victoryDay', 'law267, vacanza3690, rule', 'medium'],
  ['2027-05-10', 'moved_day_off', 'victoryDayMoved', 'law267, vacanza3690, rule', 'medium'],
  ['2027-05-16', 'holiday', 'firstDayOfKurbanAitEidAlAdha', 'labour84_85, ummalqura2027', 'low'],
  ['2027-07-06', 'holiday', 'capitalDay', 'law267, vacanza3690, rule', 'medium'],
  ['2027-10-25', 'holiday', 'republicDay2', 'law267, vacanza3690, rule', 'medium'],
  ['2027-12-16', 'holiday', 'independenceDay', 'law267, vacanza3690, rule', 'medium'],
];

export const KZ_CALENDAR_DAYS: readonly SeedDay[] = ROWS.map(([day, kind, name, source, confidence]) => {
  const [nameKk, nameRu, nameEn] = NAMES[name];
  return { day, kind, nameKk, nameRu, nameEn, source, confidence };
});

export const KZ_CALENDAR_YEARS: readonly CalendarYear[] = [
  { year: 2023, state: 'published', version: 1 },
  { year: 2024, state: 'published', version: 1 },
  { year: 2025, state: 'published', version: 1 },
  { year: 2026, state: 'published', version: 1 },
  { year: 2027, state: 'provisional', version: 1 },
];
