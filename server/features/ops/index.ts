export { changesRoutes } from './changes.routes';
export { docsRoutes } from './docs.routes';
export { healthRoutes, type Probes } from './health.routes';
export { metaRoutes } from './meta.routes';
export { createMetrics } from './metrics';
