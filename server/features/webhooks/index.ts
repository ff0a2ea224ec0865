export { makeForward } from './forward-notification';
export { WebhookForwardEntity } from './webhook-forward.entity';
export { webhookRoutes, type WebhookParts } from './webhooks.routes';
