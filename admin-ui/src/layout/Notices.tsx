import { Notification } from 'react-admin';

/** Toasts at the bottom left, one line each, for six seconds. */
export const Notices = () => (
  <Notification autoHideDuration={6000} anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }} />
);
