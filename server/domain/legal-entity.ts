/** The marks of the one shop an installation serves (design §2.11): the default of a setting, on letters and forms. */
export interface LegalEntity {
  nameKk: string;
  nameRu: string;
  nameEn: string;
  /** Business identification number, 12 digits. */
  bin: string;
  addressKk: string;
  addressRu: string;
  addressEn: string;
  phone: string;
  /** As people read it. */
  phoneText: string;
  email: string;
  site: string;
  accounts: readonly {
    iban: string;
    currency: 'KZT' | 'RUB';
    bankKk: string;
    bankRu: string;
    bankEn: string;
    bic: string;
  }[];
  deliveryHours: string;
}

const KASPI = {
  bankKk: '«Kaspi Bank» АҚ',
  bankRu: 'АО «Kaspi Bank»',
  bankEn: 'Kaspi Bank JSC',
  bic: 'CASPKZKA',
};
const HALYK = {
  bankKk: '«Қазақстан Халық Банкі» АҚ-ның Алматы қаласындағы филиалы',
  bankRu: 'филиал АО «Народный Банк Казахстана» в г. Алматы',
  bankEn: 'Halyk Bank of Kazakhstan JSC, Almaty branch',
  bic: 'HSBKKZKX',
};

export const DEFAULT_LEGAL_ENTITY: LegalEntity = {
  nameKk: '«UMAMI» ЖШС',
  nameRu: 'ТОО «UMAMI»',
  nameEn: 'UMAMI LLP',
  bin: '190440011185',
  addressKk: 'Алматы қ., Жамбыл к-сі, 55/57',
  addressRu: 'г. Алматы, ул. Жамбыла, 55/57',
  addressEn: '55/57 Zhambyl St, Almaty',
  phone: '+77027779171',
  phoneText: '+7 (702) 777 91 71',
  email: 'info@umami.kz',
  site: 'www.umami.kz',
  accounts: [
    { iban: 'KZ19722S000032196613', currency: 'KZT', ...KASPI },
    { iban: 'KZ406018771000209381', currency: 'KZT', ...HALYK },
    { iban: 'KZ616018771000209391', currency: 'RUB', ...HALYK },
  ],
  deliveryHours: '09:00–20:00',
};
