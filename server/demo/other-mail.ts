import { addressOf, replyAddress } from '../features/letters';
import { writeMail } from './customer-mail';
import { PEOPLE } from './people';
import type { Event } from './play';
import type { SandboxPayment } from './sandbox-control';
import { claimOf, hearOfPayment, type Stage, takeRaw } from './stage';
import { type Calendar, momentOf, type When } from './when';

/** A letter that is no claim of its own: the mail ledger shows what became of it. */
interface OtherLetter {
  key: string;
  at: When;
  from: { name: string; address: string };
  subject: string;
  text: string;
  headers?: Record<string, string>;
  /** Nobody to answer: a bounce. */
  noReturnPath?: boolean;
  /** Sent to the reply address of this story's claim. */
  toClaim?: string;
  /** The writer had just tried to pay; the gateway's reason why it failed. */
  failedFor?: number;
  /** So many empty notes are attached. */
  attached?: number;
}

const by = (name: keyof typeof PEOPLE) => ({ name: PEOPLE[name].name, address: PEOPLE[name].email });

const WHERE_IS_IT: OtherLetter = {
  key: 'question-delivery',
  at: { workdaysAgo: 5, at: '12:47' },
  from: by('pavel'),
  subject: 'Доставка',
  text: 'Здравствуйте! Подскажите, пожалуйста, до которого часа вы привозите в субботу?\nПавел',
};

const LETTERS: OtherLetter[] = [
  WHERE_IS_IT,
  // The mail program sent it once more.
  { ...WHERE_IS_IT, key: 'question-again' },
  {
    key: 'question-payment',
    at: { workdaysAgo: 4, at: '20:14' },
    from: by('ainur'),
    subject: 'Төлем өтпей жатыр',
    text: 'Сәлеметсіз бе, сайтта картамен төлей алмай жатырмын, неге екен? Қаражатым жеткілікті.\nАйнұр',
    failedFor: 5057,
  },
  {
    key: 'question-hours',
    at: { workdaysAgo: 2, at: '08:22' },
    from: by('mei'),
    subject: 'Opening hours',
    text: 'Hello, when is your shop open on Sunday? Thank you, Mei',
  },
  {
    key: 'out-of-office',
    at: { workdaysAgo: 3, at: '15:29' },
    from: by('bauyrzhan'),
    subject: 'Автоматты жауап: кеңседе емеспін',
    text: 'Мен 30 қарашаға дейін демалыстамын. Шұғыл болса, әріптесіме жазыңыз.',
    headers: { 'Auto-Submitted': 'auto-replied' },
  },
  {
    key: 'bounce',
    at: { workdaysAgo: 6, at: '13:22' },
    from: { name: 'Mail Delivery System', address: 'mailer-daemon@mail.example.com' },
    subject: 'Undelivered Mail Returned to Sender',
    text: 'The mailbox of the recipient is full. The message is kept and tried again for two days.',
    noReturnPath: true,
  },
  {
    key: 'newsletter',
    at: { workdaysAgo: 7, at: '06:00' },
    from: { name: 'HoReCa Digest', address: 'digest@news.example.org' },
    subject: 'Жаңа нөмір шықты',
    text: 'Ыдыс-аяқ әлемінің апталық жаңалықтары.',
    headers: { 'List-Unsubscribe': '<mailto:stop@news.example.org>' },
  },
  {
    key: 'exhibition',
    at: { workdaysAgo: 4, at: '10:02' },
    from: { name: 'Expo Almaty', address: 'expo@events.example.net' },
    subject: 'Приглашение на выставку',
    text: 'Коллеги, приглашаем на выставку посуды в Алматы 12–14 декабря. Регистрация уже открыта.',
  },
  {
    key: 'other-address',
    at: { workdaysAgo: 2, at: '11:55' },
    from: { name: 'Ерлан', address: 'erlan.t@example.org' },
    subject: 'Re: Ақша қайтару туралы',
    text: 'Ағамның орнына жазып отырмын, куәлігін ертең жібереді.',
    toClaim: 'nurlan-tray',
  },
  {
    key: 'album',
    at: { workdaysAgo: 1, at: '23:18' },
    from: by('lyudmila'),
    subject: 'Фотографии',
    text: 'Посылаю всё, что есть.',
    attached: 64,
  },
];

/** Everything else that reached the mailbox in the demo's past. */
export function otherMail(
  stage: Stage,
  calendar: Calendar,
  { claims, run }: { claims: ReadonlyMap<string, string>; run: string },
): Event[] {
  const shop = addressOf(stage.world.config.mail.from);
  return LETTERS.map((letter) => {
    const at = momentOf(letter.at, calendar);
    return {
      at,
      play: async () => {
        const { from, subject, text, headers, toClaim, attached = 0 } = letter;
        if (letter.failedFor !== undefined) {
          const failed = failedAttempt(from, letter.failedFor, at);
          await hearOfPayment(stage, await stage.sandbox.pay(failed, `${run}:${letter.key}`));
        }
        const claimId = claims.get(toClaim ?? '');
        const to =
          claimId === undefined
            ? shop
            : replyAddress(stage.world.config.mail.from, (await claimOf(stage, claimId)).replyToken);
        const raw = await writeMail({
          from,
          to,
          subject,
          text,
          headers,
          at,
          messageId: `<${String(at)}.${from.address.replace('@', '.')}@mail.example.com>`,
          files: Array.from({ length: attached }, (_, n) => ({
            name: `IMG_${String(1_000 + n)}.txt`,
            declaredType: 'text/plain',
            content: Buffer.from('.'),
          })),
        });
        await takeRaw(stage, {
          sourceKey: `demo:${run}:${letter.key}`,
          envelopeFrom: letter.noReturnPath ? '' : from.address,
          envelopeTo: [to],
          raw,
        });
        return undefined;
      },
    };
  });
}

/** An attempt to pay, some minutes before its payer wrote about it; no order has come of it. */
function failedAttempt({ address }: OtherLetter['from'], reasonCode: number, at: number): SandboxPayment {
  const payer = Object.values(PEOPLE).find(({ email }) => email === address);
  const [cardLastFour, cardType, issuer] = payer?.card ?? ['0000', 'Visa', ''];
  return {
    amount: 18_900,
    currency: 'KZT',
    invoiceId: `CART-${at.toString(36).toUpperCase()}`,
    accountId: address,
    email: address,
    status: 'Declined',
    reasonCode,
    createdAt: new Date(at - 9 * 60_000).toISOString(),
    cardLastFour,
    cardType,
    issuer,
    name: '',
  };
}
