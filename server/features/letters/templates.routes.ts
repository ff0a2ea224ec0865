import { LANGUAGES, type Language } from '../../domain/claim';
import { NotFound } from '../../domain/errors';
import { sendPage } from '../../http/list-query';
import { pageOfRows } from '../../http/list-rows';
import type { RouteSpec } from '../../http/route';
import { LETTER_KINDS, type LetterKind } from '../claims';
import { composeLetter } from './compose-letter';
import type { LetterFacts } from './letter-facts';

interface Template {
  id: string;
  kind: LetterKind;
  language: Language;
  subject: string;
  /** As a customer would read it, filled with the facts of a made-up claim. */
  text: string;
}

const FIELDS = ['id', 'kind', 'language', 'subject', 'text'] as const;

/** Every letter in every language, as it reads: for those who proof-read what customers get. */
export function templateRoutes(): RouteSpec[] {
  return [
    {
      method: 'get',
      path: '/api/templates',
      access: 'templates.read',
      summary: 'Letters in each language, filled with the facts of a made-up claim',
      handler: (req, res) => {
        const page = pageOfRows(allTemplates(), FIELDS, req);
        sendPage(res, 'templates', page, page.rows);
      },
    },
    {
      method: 'get',
      path: '/api/templates/:id',
      access: 'templates.read',
      summary: 'One letter in one language',
      handler: (req, res) => {
        const template = allTemplates().find(({ id }) => id === req.params.id);
        if (!template) throw new NotFound('No such letter');
        res.json(template);
      },
    },
  ];
}

function allTemplates(): Template[] {
  // A reply is a person's own words: there is nothing to read beforehand.
  return LETTER_KINDS.filter((kind) => kind !== 'reply').flatMap((kind) =>
    LANGUAGES.map((language) => ({
      id: `${kind}.${language}`,
      kind,
      language,
      ...composeLetter(language, { ...EXAMPLE, kind }),
    })),
  );
}

const EXAMPLE: LetterFacts = {
  kind: 'acknowledgement',
  number: 'UM-2026-000123',
  name: 'Айгүл Сейтқали',
  email: 'aigul@example.kz',
  claimKind: 'refusal_after_handover',
  orderNumber: 'SO-10452',
  requestedMinor: 1_250_000,
  currency: 'KZT',
  demandedAt: Date.UTC(2026, 10, 23, 5, 15),
  refundDueOn: '2026-12-03',
  cardDueOn: null,
  provisional: false,
  answerDueOn: '2026-12-03',
  cardApplies: true,
  cardDays: 3,
  missing: ['application', 'id_copy'],
  items: ['application', 'id_copy', 'authority'],
  completed: false,
  note: '',
  text: '',
  reasonCode: 'out_of_term',
  amountMinor: 1_250_000,
  equalsPurchase: true,
  cards: ['4242'],
  decidedBy: 'Гүлнар Ахметова',
  askedOn: '2026-11-23',
  closesOn: '2026-12-23',
  attempt: {
    at: Date.UTC(2026, 10, 22, 15, 40),
    amountMinor: 1_250_000,
    currency: 'KZT',
    orderNumber: 'SO-10452',
    cause: 'funds',
    futile: false,
    paidAt: null,
  },
  payouts: [
    {
      settledAt: Date.UTC(2026, 10, 26, 6),
      amountMinor: 1_250_000,
      currency: 'KZT',
      reference: '613245',
      card: '4242',
    },
  ],
  now: Date.UTC(2026, 10, 26, 6),
};
