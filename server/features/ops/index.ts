export { changesRoutes } from './changes.routes';
export { docsRoutes } from './docs.routes';
export { createMetrics, type Metrics } from './metrics';
export { type OpsParts, opsRoutes, type Probe } from './ops.routes';
