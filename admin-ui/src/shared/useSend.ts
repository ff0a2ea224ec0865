import { useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { call } from '../providers/http';

/** Sends one request from a list and shows what became of it; `done` is the notice of success. */
export function useSend(done = 'app.sent'): {
  send: (path: string, body?: unknown) => Promise<boolean>;
  busy: boolean;
} {
  const notify = useNotify();
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const send = async (path: string, body: unknown = {}) => {
    setBusy(true);
    try {
      await call(path, { method: 'POST', body: JSON.stringify(body) });
      notify(done, { type: 'success' });
      refresh();
      return true;
    } catch (error) {
      notify(error instanceof Error ? error.message : 'ra.notification.http_error', { type: 'error' });
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { send, busy };
}
