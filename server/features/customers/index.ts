export { CustomerEntity } from './customer.entity';
export { customerRoutes } from './customers.routes';
