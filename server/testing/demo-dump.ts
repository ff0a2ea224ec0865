import { Not } from 'typeorm';
import type { World } from '../composition';
import { almatyDate } from '../domain/almaty-time';
import { ClaimEntity, ClaimLineEntity, ObligationEntity } from '../features/claims';
import { CustomerEntity } from '../features/customers';
import { DocumentEntity } from '../features/documents';
import { MailLedgerEntity } from '../features/intake';
import { MessageEntity } from '../features/messages';
import { openLetter } from '../features/messages/sealed-letter';
import { OrderEntity, OrderLineEntity } from '../features/orders';
import { PaymentEntity } from '../features/payments';
import { RefundEntity } from '../features/refunds';

type Row = Record<string, unknown>;

/** What people see of a demo, without ids and times of day: two demos of one day must not differ in it. */
export function dumpDemo({ database, keyring }: World): Promise<Record<string, Row[]>> {
  return database.uow.read(async (tx) => {
    const customers = new Map((await tx.find(CustomerEntity)).map((row) => [row.id, row]));
    const claims = await tx.find(ClaimEntity, { order: { number: 'ASC' } });
    const numbers = new Map(claims.map(({ id, number }) => [id, number]));
    const keys = new Map(claims.map(({ id, wrappedKey }) => [id, wrappedKey]));
    const orders = new Map((await tx.find(OrderEntity)).map(({ id, number }) => [id, number]));
    const sorted = (rows: Row[]) =>
      rows.map((row) => JSON.stringify(row)).sort().map((row) => JSON.parse(row) as Row); // prettier-ignore
    return {
      claims: claims.map((claim) => ({
        number: claim.number,
        kind: claim.kind,
        state: claim.state,
        channel: claim.channel,
        language: claim.language,
        customer: customers.get(claim.customerId)?.name,
        email: customers.get(claim.customerId)?.email,
        orderNumber: claim.orderNumber,
        requestedMinor: claim.requestedMinor,
        approvedMinor: claim.approvedMinor,
        demandedOn: almatyDate(claim.demandedAt),
        completeOn: claim.completeAt === null ? null : almatyDate(claim.completeAt),
        closedOn: claim.closedAt === null ? null : almatyDate(claim.closedAt),
        dueOn: claim.dueOn,
        missing: claim.missing,
        checklist: claim.checklist.map(({ code, ok }) => [code, ok]),
        assigned: claim.assigneeId !== null,
        note: claim.proposal?.note,
      })),
      lines: sorted(
        (await tx.find(ClaimLineEntity)).map(({ claimId, title, quantity, askedMinor, goods }) => ({
          claim: numbers.get(claimId),
          title,
          quantity,
          askedMinor,
          goods,
        })),
      ),
      clocks: sorted(
        (await tx.find(ObligationEntity)).map(({ claimId, kind, startsOn, dueOn, status }) => ({
          claim: numbers.get(claimId),
          kind,
          startsOn,
          dueOn,
          status,
        })),
      ),
      messages: sorted(
        // Whether staff had a digest depends on the hour, and its links on the port.
        (await tx.findBy(MessageEntity, { kind: Not('digest') })).map((message) => {
          const letter = openLetter(keyring, message, keys.get(message.claimId ?? ''));
          const { kind, state, createdAt } = message;
          const claim = numbers.get(message.claimId ?? '');
          return {
            claim,
            kind,
            state,
            on: almatyDate(createdAt),
            subject: letter?.subject,
            text: letter && withoutGatewayNumbers(letter.text),
          };
        }),
      ),
      documents: sorted(
        (await tx.find(DocumentEntity)).map(({ claimId, name, type, contentType }) => ({
          claim: numbers.get(claimId),
          name,
          type,
          contentType,
        })),
      ),
      orders: sorted(
        (await tx.find(OrderLineEntity)).map(({ orderId, title, quantity, unitMinor, discountMinor }) => ({
          order: orders.get(orderId),
          title,
          quantity,
          unitMinor,
          discountMinor,
        })),
      ),
      payments: sorted(
        (await tx.find(PaymentEntity)).map(
          ({ invoiceId, email, status, amountMinor, refundedMinor, createdAt }) => ({
            invoiceId,
            email,
            status,
            amountMinor,
            refundedMinor,
            on: almatyDate(createdAt),
          }),
        ),
      ),
      refunds: sorted(
        (await tx.find(RefundEntity)).map(({ claimId, amountMinor, state, source }) => ({
          claim: numbers.get(claimId ?? ''),
          amountMinor,
          state,
          source,
        })),
      ),
      ledger: sorted(
        (await tx.find(MailLedgerEntity)).map(({ subject, outcome, reason, claimId }) => ({
          subject,
          outcome,
          reason,
          claim: numbers.get(claimId ?? ''),
        })),
      ),
    };
  });
}

/** Two refunds of one claim go out side by side: which of them gets the lower number is a race. */
function withoutGatewayNumbers(text: string): string {
  return text.replace(/\b\d{12}\b/g, '(number)');
}
