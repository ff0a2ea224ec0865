export { makeForward } from './forward-notification';
export { webhookRoutes, type WebhookParts } from './webhooks.routes';
