export { OrderEntity, OrderLineEntity } from './order.entity';
export { type OrderParts, orderRoutes } from './orders.routes';
export { saveOrder, type SaveContext } from './save-order';
export type { OrderInput } from './orders.schema';
export { linesOf as orderLinesOf } from './save-order';
