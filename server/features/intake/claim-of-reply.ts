import { In, IsNull, Not } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import type { ReadMail } from '../../mailbox-port';
import { ClaimEntity } from '../claims';
import { CustomerEntity } from '../customers';
import { replyTokenIn } from '../letters';
import { MessageEntity } from '../messages';

export interface FoundClaim {
  claim: ClaimEntity;
  /** Only the customer's own address joins; anybody may have been shown the letter. */
  fromCustomer: boolean;
}

/** The claim that a message answers: it holds a Message-ID that we issued, or went to a reply address of ours. */
export async function claimOfReply(
  tx: Tx,
  mailFrom: string,
  mail: ReadMail,
  envelopeTo: string[],
): Promise<FoundClaim | null> {
  const claim =
    (await byReplyAddress(tx, mailFrom, [...envelopeTo, ...mail.recipients])) ??
    (await byReference(tx, mail));
  if (!claim) return null;
  const customer = await tx.findOneBy(CustomerEntity, { id: claim.customerId });
  return { claim, fromCustomer: customer?.email === mail.from.address };
}

async function byReplyAddress(tx: Tx, mailFrom: string, addresses: string[]): Promise<ClaimEntity | null> {
  const tokens = addresses
    .map((address) => replyTokenIn(mailFrom, address))
    .filter((token) => token !== null);
  return tokens.length === 0 ? null : tx.findOneBy(ClaimEntity, { replyToken: In(tokens) });
}

async function byReference(tx: Tx, mail: ReadMail): Promise<ClaimEntity | null> {
  const ids = [...new Set([mail.inReplyTo, ...mail.references])].filter((id) => id !== null);
  return claimOfMessageIds(tx, ids);
}

/** The claim of the youngest letter of ours among these Message-IDs. */
export async function claimOfMessageIds(tx: Tx, ids: string[]): Promise<ClaimEntity | null> {
  if (ids.length === 0) return null;
  const [letter] = await tx.find(MessageEntity, {
    where: { mailMessageId: In(ids), direction: 'out', claimId: Not(IsNull()) },
    order: { createdAt: 'DESC' },
    take: 1,
  });
  return letter?.claimId ? tx.findOneBy(ClaimEntity, { id: letter.claimId }) : null;
}
