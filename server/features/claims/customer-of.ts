import type { Tx } from '../../adapters/db/unit-of-work';
import type { Language } from '../../domain/claim';
import { foldForSearch } from '../../domain/fold';
import type { Ids } from '../../ports';
import { CustomerEntity } from '../customers';

/** Who presents a demand, as known at that moment. */
export interface CustomerFacts {
  name: string;
  email: string | null;
  phone: string | null;
  /** Null while unsure. */
  language: Language | null;
}

/**
 * The known customer with this mail address (or, without one, this telephone) and name, else a new one.
 * Two people may share a mailbox, so the address alone is not enough.
 */
export async function customerOf(
  tx: Tx,
  ids: Ids,
  facts: CustomerFacts,
  now: number,
): Promise<CustomerEntity> {
  const email = facts.email?.trim().toLowerCase() ?? null;
  const searchName = foldForSearch(facts.name).slice(0, 200);
  const known = await findKnown(tx, email, facts.phone, searchName);
  if (known) {
    if (known.phone === null && facts.phone !== null) {
      await tx.update(CustomerEntity, { id: known.id }, { phone: facts.phone, version: known.version + 1 });
      known.phone = facts.phone;
    }
    return known;
  }
  const customer = tx.create(CustomerEntity, {
    id: ids.next(),
    name: facts.name,
    email,
    phone: facts.phone,
    language: facts.language,
    searchName,
    createdAt: now,
    version: 1,
  });
  await tx.insert(CustomerEntity, customer);
  return customer;
}

async function findKnown(tx: Tx, email: string | null, phone: string | null, searchName: string) {
  if (email !== null) return tx.findOneBy(CustomerEntity, { email, searchName });
  if (phone !== null) return tx.findOneBy(CustomerEntity, { phone, searchName });
  return null;
}
