import { HttpError, type NotificationType } from 'react-admin';
import type { Problem } from '../providers/http';

type Notify = (
  message: string,
  options: { type: NotificationType; autoHideDuration?: number | null },
) => void;

/** Faults by field from a refused request; what names no field is told as a notice that stays. */
export function faultsOfError(error: unknown, notify: Notify): Record<string, string> {
  const problem = error instanceof HttpError ? (error.body as Problem | undefined) : undefined;
  if (problem?.errors && Object.keys(problem.errors).length > 0) return problem.errors;
  const text = error instanceof Error ? error.message : 'ra.notification.http_error';
  notify(text, { type: 'error', autoHideDuration: null });
  return {};
}
