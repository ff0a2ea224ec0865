import type { CustomerEntity } from './customer.entity';

/** A customer as the API shows it. */
export function presentCustomer({ id, name, email, phone, language, createdAt, version }: CustomerEntity) {
  return { id, name, email, phone, language, createdAt: new Date(createdAt).toISOString(), version };
}
