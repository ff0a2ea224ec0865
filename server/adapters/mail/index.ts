export { openMailSender } from './open-mail-sender';
