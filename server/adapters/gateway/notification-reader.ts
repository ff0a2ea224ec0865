import type { NotificationReader } from '../../gateway-port';
import { parseNotification } from './parse-notification';
import { verifySignature } from './verify-signature';

/**
 * Reads the gateway's notifications.
 * @param secret - key of the signatures: the terminal's API secret unless the cabinet shows another
 */
export function makeNotificationReader(secret: string): NotificationReader {
  return {
    verify(rawBody, headers) {
      verifySignature(rawBody, headers, secret);
    },
    parse: parseNotification,
  };
}
