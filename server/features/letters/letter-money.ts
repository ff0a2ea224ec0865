import { formatAmount, formatMoney, isCurrency } from '../../domain/money';

/** A sum as letters write it; a currency that we do not know stands behind it as the gateway names it. */
export function letterMoney(minor: number, currency: string): string {
  return isCurrency(currency) ? formatMoney(minor, currency) : `${formatAmount(minor)} ${currency}`;
}
