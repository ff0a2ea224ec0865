import type { Channel, ClaimKind, Language } from '../domain/claim';
import type { Act } from './acts';
import type { GoodName } from './goods';
import type { Person, PersonName } from './people';
import type { Later, When } from './when';

/** Goods in a basket: how many, and what was taken off this line, in tenge. */
export interface BasketLine {
  good: GoodName;
  quantity: number;
  discount?: number;
}

export interface DemoPayment {
  /** Tenge; the whole order when left out. */
  sum?: number;
  status?: 'Completed' | 'Authorized' | 'Declined';
  reasonCode?: number;
  /** Minutes after the order was placed. */
  after?: number;
}

/** A file beside a letter. */
export type Paper =
  'application' | 'application_photo' | 'id_copy' | 'id_photo' | 'receipt' | 'receipt_photo' | 'goods_photo';

/** The words of a mail or form. `{order}`, `{sum}`, `{total}` and `{goods}` are filled in. */
export interface Words {
  subject: string;
  text: string;
}

export interface Step {
  at: Later;
  act: Act;
}

/** One claim of the demo, from the purchase to where it stands today. */
export interface Story {
  key: string;
  person: PersonName;
  language: Language;
  kind: ClaimKind;
  channel: Channel;
  basket: BasketLine[];
  /** Tenge. */
  delivery?: number;
  discount?: number;
  payments?: DemoPayment[];
  source?: 'csv' | 'api' | 'hand';
  /** Days from the purchase to the demand. */
  boughtBefore: number;
  /** Days from the handover to the demand; left out while the goods are not handed over. */
  handedOverBefore?: number;
  /** Which lines of the basket come back, from 0; all when left out. */
  returns?: number[];
  demand: When;
  /** The demand itself: a mail, the text of a form, or what staff wrote down. */
  words: Words;
  papers: Paper[];
  /** For what did not come by mail: who entered it, how much later, and why that late. */
  entered?: { by: 'reviewer' | 'reviewer2'; later?: Later; reason?: string };
  payer?: Person & { authorityProved?: boolean };
  representative?: Person & { authorityProved?: boolean };
  /** Key of the story whose order is meant: nothing is bought anew. */
  sameOrderAs?: string;
  /** Nothing was bought here: the customer names no order, and the gateway knows no payment. */
  unknownOrder?: boolean;
  steps: Step[];
}
