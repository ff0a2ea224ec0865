/** Somebody invented. The addresses are of domains that are reserved for examples: no letter can reach a person. */
export interface Person {
  /** As in the signature of a letter. */
  name: string;
  /** As on the card: surname, given name, patronymic (may be empty). */
  full: [surname: string, given: string, patronymic: string];
  email: string;
  phone: string;
  /** `YYYY-MM-DD`. */
  bornOn: string;
  sex: 'female' | 'male';
  /** Last four digits, brand and bank of the card that they pay with. */
  card: [lastFour: string, brand: 'Visa' | 'Mastercard', bank: string];
}

const KASPI = 'JSC KASPI BANK';
const HALYK = 'HALYK BANK';
const FORTE = 'FORTEBANK';
const FREEDOM = 'FREEDOM BANK KAZAKHSTAN';

function person(
  name: string,
  full: Person['full'],
  email: string,
  phone: string,
  bornOn: string,
  sex: Person['sex'],
  card: Person['card'],
): Person {
  return { name, full, email, phone, bornOn, sex, card };
}

/** Customers of the demo by a short name. */
export const PEOPLE = {
  asel: person('Әсел Қуанышева', ['Қуанышева', 'Әсел', 'Нұрланқызы'], 'asel.kuanysheva@example.com', '+77010004117', '1994-03-12', 'female', ['4417', 'Visa', KASPI]),
  nurlan: person('Нұрлан Төлегенұлы', ['Төлегенұлы', 'Нұрлан', ''], 'nurlan.t@example.com', '+77010004205', '1988-11-02', 'male', ['2041', 'Visa', HALYK]),
  zhanar: person('Жанар Бекмұханова', ['Бекмұханова', 'Жанар', 'Серікқызы'], 'zhanar.bek@example.org', '+77010004318', '1979-06-25', 'female', ['7730', 'Mastercard', KASPI]),
  bauyrzhan: person('Бауыржан Есенқұлов', ['Есенқұлов', 'Бауыржан', 'Маратұлы'], 'b.esenkulov@example.com', '+77010004402', '1991-01-17', 'male', ['1182', 'Visa', KASPI]),
  gulmira: person('Гүлмира Сейітқызы', ['Сейітқызы', 'Гүлмира', ''], 'gulmira.s@example.net', '+77010004519', '1985-09-30', 'female', ['9054', 'Mastercard', HALYK]),
  askhat: person('Асхат Дүйсенов', ['Дүйсенов', 'Асхат', 'Қайратұлы'], 'askhat.d@example.com', '+77010004644', '1996-04-08', 'male', ['3376', 'Visa', FREEDOM]),
  murat: person('Мұрат Жақсылықов', ['Жақсылықов', 'Мұрат', 'Ержанұлы'], 'murat.zhaks@example.org', '+77010004731', '1973-12-19', 'male', ['6608', 'Visa', KASPI]),
  aliya: person('Алия Төребекова', ['Төребекова', 'Алия', 'Бақытқызы'], 'aliya.torebek@example.com', '+77010004856', '1990-07-05', 'female', ['2290', 'Mastercard', FORTE]),
  serik: person('Серік Оразбаев', ['Оразбаев', 'Серік', 'Дәулетұлы'], 's.orazbaev@example.net', '+77010004977', '1982-02-14', 'male', ['5513', 'Visa', HALYK]),
  ainur: person('Айнұр Мұсабекова', ['Мұсабекова', 'Айнұр', 'Талғатқызы'], 'ainur.musabek@example.com', '+77010005012', '1999-10-21', 'female', ['8821', 'Visa', KASPI]),
  daulet: person('Дәулет Смағұлов', ['Смағұлов', 'Дәулет', 'Асқарұлы'], 'daulet.smagul@example.org', '+77010005130', '1987-05-11', 'male', ['4096', 'Mastercard', KASPI]),
  raushan: person('Раушан Әбдіқалықова', ['Әбдіқалықова', 'Раушан', 'Ерланқызы'], 'raushan.a@example.com', '+77010005248', '1968-08-03', 'female', ['7145', 'Visa', HALYK]),
  yerbol: person('Ербол Қасымов', ['Қасымов', 'Ербол', 'Жанатұлы'], 'yerbol.kasym@example.net', '+77010005366', '1993-02-27', 'male', ['1907', 'Visa', KASPI]),
  togzhan: person('Тоғжан Нұрғалиева', ['Нұрғалиева', 'Тоғжан', 'Арманқызы'], 'togzhan.n@example.com', '+77010005471', '2001-11-09', 'female', ['6352', 'Mastercard', KASPI]),
  irina: person('Ирина Соколова', ['Соколова', 'Ирина', 'Викторовна'], 'irina.sokolova@example.com', '+77010006011', '1984-04-16', 'female', ['3019', 'Visa', KASPI]),
  timur: person('Тимур Ахметжанов', ['Ахметжанов', 'Тимур', 'Русланович'], 'timur.ahm@example.org', '+77010006125', '1992-09-08', 'male', ['8442', 'Visa', FREEDOM]),
  olga: person('Ольга Пак', ['Пак', 'Ольга', 'Сергеевна'], 'olga.pak@example.com', '+77010006237', '1977-01-29', 'female', ['5920', 'Mastercard', HALYK]),
  elena: person('Елена Ковалёва', ['Ковалёва', 'Елена', 'Андреевна'], 'e.kovaleva@example.net', '+77010006349', '1989-06-13', 'female', ['1274', 'Visa', KASPI]),
  darya: person('Дарья Ким', ['Ким', 'Дарья', 'Алексеевна'], 'darya.kim@example.com', '+77010006452', '1998-12-04', 'female', ['4468', 'Visa', KASPI]),
  sergey: person('Сергей Лебедев', ['Лебедев', 'Сергей', 'Павлович'], 's.lebedev@example.org', '+77010006563', '1970-03-22', 'male', ['9937', 'Mastercard', FORTE]),
  marina: person('Марина Юсупова', ['Юсупова', 'Марина', 'Рашидовна'], 'marina.yu@example.com', '+77010006671', '1995-08-15', 'female', ['2185', 'Visa', HALYK]),
  andrey: person('Андрей Цой', ['Цой', 'Андрей', 'Владимирович'], 'andrey.tsoy@example.net', '+77010006784', '1986-10-27', 'male', ['7003', 'Visa', KASPI]),
  natalya: person('Наталья Шевченко', ['Шевченко', 'Наталья', 'Игоревна'], 'n.shevchenko@example.com', '+77010006890', '1974-05-18', 'female', ['3651', 'Mastercard', KASPI]),
  ruslan: person('Руслан Абдуллин', ['Абдуллин', 'Руслан', 'Маратович'], 'ruslan.abd@example.org', '+77010006912', '1990-11-11', 'male', ['8209', 'Visa', FREEDOM]),
  viktoria: person('Виктория Нам', ['Нам', 'Виктория', 'Олеговна'], 'vika.nam@example.com', '+77010007023', '2000-02-06', 'female', ['1546', 'Visa', KASPI]),
  pavel: person('Павел Громов', ['Громов', 'Павел', 'Николаевич'], 'pavel.gromov@example.net', '+77010007135', '1981-07-24', 'male', ['6871', 'Mastercard', HALYK]),
  lyudmila: person('Людмила Орлова', ['Орлова', 'Людмила', 'Петровна'], 'l.orlova@example.com', '+77010007246', '1959-09-01', 'female', ['4730', 'Visa', HALYK]),
  kamila: person('Камила Рахимова', ['Рахимова', 'Камила', 'Ильясовна'], 'kamila.r@example.org', '+77010007358', '1997-03-19', 'female', ['5092', 'Visa', KASPI]),
  denis: person('Денис Мельник', ['Мельник', 'Денис', 'Юрьевич'], 'denis.melnik@example.com', '+77010007467', '1988-08-28', 'male', ['3384', 'Mastercard', KASPI]),
  sam: person('Sam Whitfield', ['Whitfield', 'Samuel', ''], 'sam.whitfield@example.com', '+77010008014', '1983-05-07', 'male', ['6127', 'Visa', 'CITIBANK N.A.']),
  hannah: person('Hannah Berg', ['Berg', 'Hannah', ''], 'hannah.berg@example.net', '+77010008126', '1992-12-12', 'female', ['7718', 'Mastercard', 'COMMERZBANK AG']),
  james: person("James O'Connor", ["O'Connor", 'James', ''], 'j.oconnor@example.org', '+77010008239', '1976-10-03', 'male', ['2904', 'Visa', 'BANK OF IRELAND']),
  mei: person('Mei Tanaka', ['Tanaka', 'Mei', ''], 'mei.tanaka@example.com', '+77010008341', '1994-06-30', 'female', ['8055', 'Visa', 'MUFG BANK']),
} as const satisfies Record<string, Person>; // prettier-ignore

export type PersonName = keyof typeof PEOPLE;

/** An IIN that fits the person's birthday; serials from 9900 are used for nobody but these. */
export function iinOf({ bornOn, sex, card }: Person): string {
  const [year = '', month = '', day = ''] = bornOn.split('-');
  const century = (year < '2000' ? 3 : 5) + (sex === 'female' ? 1 : 0);
  for (let serial = 9900 + (Number(card[0]) % 90); ; serial += 1) {
    const head = `${year.slice(2)}${month}${day}${String(century)}${String(serial)}`;
    const digit = checkDigitOf(head);
    if (digit !== null) return `${head}${String(digit)}`;
  }
}

function checkDigitOf(digits: string): number | null {
  for (const shift of [0, 2]) {
    const sum = [...digits].reduce(
      (total, digit, at) => total + (((at + shift) % 11) + 1) * Number(digit),
      0,
    );
    if (sum % 11 < 10) return sum % 11;
  }
  return null;
}
