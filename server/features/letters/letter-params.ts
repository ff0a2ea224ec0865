import { z } from 'zod';
import { ASKABLE_ITEMS, REASON_CODES, REQUIRED_ITEMS } from '../../domain/claim';

/** What the acts of a claim may tell its letters beyond the claim itself. */
export const LetterParams = z.strictObject({
  missing: z.array(z.enum(REQUIRED_ITEMS)).optional(),
  items: z.array(z.enum(ASKABLE_ITEMS)).optional(),
  completed: z.boolean().optional(),
  note: z.string().optional(),
  text: z.string().optional(),
  /** The payment that failed, of the letter that says why. */
  paymentId: z.string().max(36).optional(),
  reasonCode: z.enum(REASON_CODES).optional(),
  decidedById: z.string().optional(),
  askedOn: z.iso.date().optional(),
  closesOn: z.iso.date().optional(),
  amountMinor: z.number().nullable().optional(),
  refunds: z
    .array(
      z.object({
        paymentId: z.string(),
        amountMinor: z.number(),
        lines: z.array(z.string()).optional(),
        currency: z.string().optional(),
        gatewayRefundId: z.union([z.string(), z.number()]).nullish(),
        rrn: z.string().nullish(),
        settledAt: z.number().nullish(),
      }),
    )
    .optional(),
});
