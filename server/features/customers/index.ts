export { CustomerEntity } from './customer.entity';
