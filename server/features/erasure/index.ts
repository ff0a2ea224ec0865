export { eraseIdCopies, type ErasureParts } from './erase-id-copies';
export { erasureRoutes } from './erasure.routes';
