import type { RaRecord } from 'react-admin';

export interface OrderLine {
  id: string;
  title: string;
  quantity: number;
  unitMinor: number;
  discountMinor: number;
  category: string;
  individuallyDefined: boolean;
}

/** An order as the API shows it. */
export interface Order extends RaRecord {
  id: string;
  number: string;
  customerName: string;
  customerEmail: string | null;
  customerPhone: string | null;
  currency: string;
  deliveryFeeMinor: number;
  discountMinor: number;
  totalMinor: number;
  placedAt: string;
  handedOverOn: string | null;
  source: 'csv' | 'api' | 'hand';
  lines: OrderLine[];
  createdAt: string;
  version: number;
}

export const ORDER_SOURCES = ['csv', 'api', 'hand'] as const;
