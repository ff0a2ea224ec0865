import { z } from 'zod';
import type { Tx, UnitOfWork } from '../../adapters/db/unit-of-work';
import { LANGUAGES } from '../../domain/claim';
import { NotFound, StaleVersion } from '../../domain/errors';
import { foldForSearch } from '../../domain/fold';
import type { originOf } from '../../http/route';
import type { Clock, Ids } from '../../ports';
import { recordEvent } from '../audit';
import { CustomerEntity } from './customer.entity';
import { presentCustomer } from './present-customer';

export interface CustomerParts {
  uow: UnitOfWork;
  clock: Clock;
  ids: Ids;
  /** Lets claims refresh what they keep of a customer for searching; same transaction. */
  onCustomerChanged?: (tx: Tx, customerId: string) => Promise<void>;
}

/** What staff may correct. Read-only fields that a form sends back are ignored, others refused. */
export const ChangeCustomerBody = z.strictObject({
  version: z.int().positive(),
  name: z.string().trim().min(1).max(200).optional(),
  email: z.email().max(254).toLowerCase().nullable().optional(),
  phone: z
    .string()
    .regex(/^\+\d{8,15}$/, 'must be a telephone number such as +77011234567')
    .nullable()
    .optional(),
  language: z.enum(LANGUAGES).nullable().optional(),
  id: z.unknown().optional(),
  createdAt: z.unknown().optional(),
});

/**
 * Corrects a customer. The event names the changed fields only: their values are personal.
 * @throws NotFound; StaleVersion with `current`
 */
export async function changeCustomer(
  { uow, clock, ids, onCustomerChanged }: CustomerParts,
  id: string,
  body: z.infer<typeof ChangeCustomerBody>,
  origin: ReturnType<typeof originOf>,
): Promise<CustomerEntity> {
  const { version, name, email, phone, language } = body;
  return uow.write(async (tx) => {
    const before = await tx.findOneBy(CustomerEntity, { id });
    if (!before) throw new NotFound('No such customer');
    const change = withoutUndefined({ name, email, phone, language });
    const searchName = name === undefined ? {} : { searchName: foldForSearch(name).slice(0, 200) };
    const { affected } = await tx.update(
      CustomerEntity,
      { id, version },
      { ...change, ...searchName, version: version + 1 },
    );
    if (affected === 0) {
      throw new StaleVersion('Somebody else changed this customer', { current: presentCustomer(before) });
    }
    const after = await tx.findOneByOrFail(CustomerEntity, { id });
    await onCustomerChanged?.(tx, id);
    await recordEvent(tx, ids, {
      ...origin,
      action: 'customer.changed',
      resource: 'customers',
      resourceId: id,
      data: { fields: Object.keys(change), version: after.version },
      at: clock.now(),
    });
    return after;
  });
}

function withoutUndefined<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
