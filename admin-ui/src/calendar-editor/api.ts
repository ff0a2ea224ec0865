import { useQuery } from '@tanstack/react-query';
import { HttpError } from 'react-admin';
import { call, type Problem } from '../providers/http';
import type { CalendarYear, SpecialDay } from '../calendar-days/types';
import type { Change, DayEdit, Preview, Reminder, YearEdit } from './types';

const post = async <T>(path: string, body: object): Promise<T> => {
  const command = JSON.stringify({ commandId: crypto.randomUUID(), ...body });
  return (await call<T>(path, { method: 'POST', body: command })).json;
};
const pathOf = (id: string) => `/api/calendar-changes/${encodeURIComponent(id)}`;

/** What an administrator does to the calendar, as calls. */
export const calendarApi = {
  draft: (edit: { reason: string; days: readonly DayEdit[]; years: readonly YearEdit[] }) =>
    post<Change>('/api/calendar-changes', edit),
  importFile: (file: { reason: string; format: 'json' | 'ics'; text: string }) =>
    post<Change>('/api/calendar-changes/import', file),
  publish: (id: string) => post<Change>(`${pathOf(id)}/publish`, {}),
  discard: (id: string) => post<Change>(`${pathOf(id)}/discard`, {}),
  letters: (id: string, act: 'send' | 'drop') => post<{ moves: number }>(`${pathOf(id)}/letters`, { act }),
};

/** The faults of a refused change, as the server names them; empty for another failure. */
export function faultsOf(error: unknown): string[] {
  const errors = error instanceof HttpError ? (error.body as Problem | undefined)?.errors : undefined;
  return errors ? Object.values(errors).filter((text) => typeof text === 'string') : [];
}

export function useYears() {
  return useQuery({
    queryKey: ['calendar-years'],
    queryFn: async () => (await call<CalendarYear[]>('/api/calendar-years')).json,
    retry: false,
  });
}

export function useDaysOf(year: number) {
  return useQuery({
    queryKey: ['calendar-days', 'year', year],
    queryFn: async () => {
      const query = new URLSearchParams({
        filter: JSON.stringify({ year }),
        range: '[0,99]',
        sort: '["day","ASC"]',
      });
      return (await call<SpecialDay[]>(`/api/calendar-days?${query.toString()}`)).json;
    },
    retry: false,
  });
}

export function useReminders() {
  return useQuery({
    queryKey: ['calendar-reminders'],
    queryFn: async () => (await call<Reminder[]>('/api/calendar-reminders')).json,
    retry: false,
  });
}

/** Drafts that wait and the change that is at work. */
export function useOpenChanges() {
  return useQuery({
    queryKey: ['calendar-changes', 'open'],
    queryFn: async () => {
      const filter = JSON.stringify({ state: ['draft', 'publishing'] });
      return (await call<Change[]>(`/api/calendar-changes?filter=${encodeURIComponent(filter)}`)).json;
    },
    retry: false,
  });
}

/** The last changes that were published. */
export function useRecentChanges() {
  return useQuery({
    queryKey: ['calendar-changes', 'recent'],
    queryFn: async () => {
      const query = new URLSearchParams({
        filter: JSON.stringify({ state: ['publishing', 'published'] }),
        sort: '["publishedAt","DESC"]',
        range: '[0,4]',
      });
      return (await call<Change[]>(`/api/calendar-changes?${query.toString()}`)).json;
    },
    retry: false,
  });
}

export function usePreview(id: string) {
  return useQuery({
    queryKey: ['calendar-changes', id, 'preview'],
    queryFn: async () => (await call<Preview>(`${pathOf(id)}/preview`)).json,
    retry: false,
    staleTime: 0,
  });
}

const EVERY_MS = 1_000;

/** A change with its progress; asked again while it is at work. */
export function useChange(id: string) {
  return useQuery({
    queryKey: ['calendar-changes', id],
    queryFn: async () => (await call<Change>(pathOf(id))).json,
    refetchInterval: ({ state }) => (state.data?.state === 'publishing' ? EVERY_MS : false),
    retry: false,
  });
}

/** How many letters that correct a date wait for a manager. */
export function useWaitingLetters(changeId: string) {
  return useQuery({
    queryKey: ['deadline-moves', changeId, 'waiting'],
    queryFn: async () => {
      const filter = encodeURIComponent(JSON.stringify({ changeId, letter: 'waiting' }));
      const { headers } = await call<unknown>(`/api/deadline-moves?filter=${filter}&range=[0,0]`);
      return Number(headers.get('Content-Range')?.split('/')[1] ?? 0);
    },
    retry: false,
  });
}
