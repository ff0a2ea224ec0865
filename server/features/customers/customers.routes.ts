import { z } from 'zod';
import type { Tx, UnitOfWork } from '../../adapters/db/unit-of-work';
import { LANGUAGES } from '../../domain/claim';
import { NotFound, StaleVersion } from '../../domain/errors';
import { foldForSearch } from '../../domain/fold';
import { maskedPerson } from '../../domain/masked-person';
import type { Role } from '../../domain/permissions';
import { checkPhone } from '../../domain/phone';
import { rangeOfBeginning } from '../../domain/search-terms';
import { field, type ListDefinition, listPage, sendPage } from '../../http/list-query';
import { actorOf, originOf, type RouteSpec } from '../../http/route';
import type { Clock, Ids } from '../../ports';
import { recordEvent } from '../audit';
import { CustomerEntity } from './customer.entity';

const CUSTOMERS: ListDefinition<CustomerEntity> = {
  resource: 'customers',
  entity: CustomerEntity,
  fields: {
    name: field('name'),
    email: field('email'),
    phone: field('phone'),
    language: field('language'),
    createdAt: field('createdAt', 'instant'),
  },
  search: (query, text) => {
    const folded = foldForSearch(text);
    const { from, to } = rangeOfBeginning(folded);
    const digits = text.replace(/\D/g, '');
    const byName = query.byCodePoints('row.searchName');
    const either = [
      `${byName} >= :q AND ${byName} < :qEnd`,
      "row.searchName LIKE :qWord ESCAPE '\\'",
      'row.email = :mail',
      // 8 701 … and +7 701 … are one telephone.
      ...(digits.length >= 7 ? ['row.phone LIKE :phoneEnd'] : []),
    ];
    query.andWhere(`(${either.join(' OR ')})`, {
      q: from,
      qEnd: to,
      qWord: `% ${folded.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`,
      mail: text.trim().toLowerCase(),
      phoneEnd: `%${digits.slice(-10)}`,
    });
  },
  defaultSort: ['name', 'ASC'],
};

/** Stored as E.164, however people write it. */
const phone = z
  .string()
  .max(40)
  .transform((text, context) => {
    const checked = checkPhone(text.trim());
    if (checked.ok) return checked.value.e164;
    context.addIssue('is no telephone number');
    return z.NEVER;
  });

const ChangeCustomer = z
  .strictObject({
    version: z.int32().positive(),
    name: z.string().trim().min(1).max(200).optional(),
    email: z.email().max(254).toLowerCase().nullable().optional(),
    phone: phone.nullable().optional(),
    language: z.enum(LANGUAGES).nullable().optional(),
    id: z.unknown().optional(),
    createdAt: z.unknown().optional(),
  })
  .transform(({ version, name, email, phone, language }) => ({ version, name, email, phone, language }));

export function customerRoutes({
  uow,
  clock,
  ids,
  onCustomerChanged,
}: {
  uow: UnitOfWork;
  clock: Clock;
  ids: Ids;
  /** Lets others follow a new name or address in the same transaction. */
  onCustomerChanged: (tx: Tx, customerId: string) => Promise<void>;
}): RouteSpec[] {
  return [
    {
      method: 'get',
      path: '/api/customers',
      access: 'customers.read',
      summary: 'People who wrote to the shop',
      handler: async (req, res) => {
        const page = await uow.read((tx) => listPage(tx, CUSTOMERS, req));
        const { role } = actorOf(req);
        sendPage(
          res,
          'customers',
          page,
          page.rows.map((row) => presentCustomer(row, role)),
        );
      },
    },
    {
      method: 'get',
      path: '/api/customers/:id',
      access: 'customers.read',
      summary: 'One customer',
      handler: async (req, res) => {
        const row = await uow.read((tx) => tx.findOneBy(CustomerEntity, { id: String(req.params.id) }));
        if (!row) throw new NotFound('No such customer');
        res.json(presentCustomer(row, actorOf(req).role));
      },
    },
    {
      method: 'put',
      path: '/api/customers/:id',
      access: 'customers.edit',
      summary: 'Correct name, address, telephone or language',
      body: ChangeCustomer,
      handler: async (req, res) => {
        const id = String(req.params.id);
        const { version, ...change } = ChangeCustomer.parse(req.body);
        const row = await uow.write(async (tx) => {
          const known = await tx.findOneBy(CustomerEntity, { id });
          if (!known) throw new NotFound('No such customer');
          const name = change.name ?? known.name;
          const { affected } = await tx.update(
            CustomerEntity,
            { id, version },
            { ...change, searchName: foldForSearch(name).slice(0, 200), version: version + 1 },
          );
          if (affected === 0) {
            throw new StaleVersion('Somebody else changed this customer', {
              current: presentCustomer(known, actorOf(req).role),
            });
          }
          await recordEvent(tx, ids, {
            ...originOf(req),
            action: 'customer.changed',
            resource: 'customers',
            resourceId: id,
            data: {
              fields: Object.entries(change).flatMap(([key, value]) => (value === undefined ? [] : key)),
            },
            at: clock.now(),
          });
          await onCustomerChanged(tx, id);
          return tx.findOneByOrFail(CustomerEntity, { id });
        });
        res.json(presentCustomer(row, actorOf(req).role));
      },
    },
  ];
}

function presentCustomer(row: CustomerEntity, role: Role) {
  const { name, email, phone } = maskedPerson(row, role);
  const { id, language, version } = row;
  return { id, name, email, phone, language, createdAt: new Date(row.createdAt).toISOString(), version };
}
