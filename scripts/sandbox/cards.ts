/** How a test card behaves. Taken from the gateway's published list of test numbers. */
export interface CardBehaviour {
  secure: boolean;
  reasonCode: number;
}

const TEST_CARDS: Readonly<Record<string, CardBehaviour>> = {
  '4242424242424242': { secure: true, reasonCode: 0 },
  '5555555555554444': { secure: true, reasonCode: 0 },
  '2200000000000004': { secure: true, reasonCode: 0 },
  '4012888888881881': { secure: true, reasonCode: 5051 },
  '5105105105105100': { secure: true, reasonCode: 5051 },
  '2202202202202200': { secure: true, reasonCode: 5051 },
  '4000000000003055': { secure: false, reasonCode: 0 },
  '5205000000003055': { secure: false, reasonCode: 0 },
  '2202000000003055': { secure: false, reasonCode: 0 },
  '4111111111111111': { secure: false, reasonCode: 0 },
  '5200828282828210': { secure: false, reasonCode: 0 },
  '2200000022222222': { secure: false, reasonCode: 0 },
  '4000056655665556': { secure: false, reasonCode: 5051 },
  '5404000000000043': { secure: false, reasonCode: 5051 },
  '2203000000000043': { secure: false, reasonCode: 5051 },
};

/**
 * Finds the card number in a "cryptogram". The real one is encrypted in the payer's browser;
 * here it is the number itself, plain, in base64, or inside either.
 */
export function readPan(cryptogram: string): string | null {
  const decoded = Buffer.from(cryptogram, 'base64').toString('latin1');
  for (const candidate of [cryptogram, decoded]) {
    const match = /(?:^|\D)(\d{13,19})(?:\D|$)/.exec(candidate.replace(/(?<=\d)[ -](?=\d)/g, ''));
    if (match?.[1]) return match[1];
  }
  return null;
}

/** An unlisted number pays without 3-D Secure when its check digit is right, else it is refused as wrong. */
export function behaviourOf(pan: string): CardBehaviour {
  return TEST_CARDS[pan] ?? { secure: false, reasonCode: hasCheckDigit(pan) ? 0 : 5014 };
}

export function brandOf(pan: string): string {
  if (pan.startsWith('4')) return 'Visa';
  return pan.startsWith('22') ? 'МИР' : 'Mastercard';
}

function hasCheckDigit(pan: string): boolean {
  const digits = Array.from(pan, Number).reverse();
  const sum = digits.reduce((total, digit, index) => {
    const weighted = index % 2 === 0 ? digit : digit * 2;
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return sum % 10 === 0;
}
