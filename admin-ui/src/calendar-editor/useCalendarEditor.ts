import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { SpecialDay } from '../calendar-days/types';
import { calendarApi, faultsOf } from './api';
import { withEdit } from './edits';
import type { Change, DayEdit, YearEdit } from './types';

/** What is on the way: edits that nobody else sees, a draft to look at, or a published change at work. */
type Stage = { at: 'edits' } | { at: 'draft'; change: Change } | { at: 'published'; changeId: string };

/** The state of the editor and its acts. A refusal keeps what was edited. */
export function useCalendarEditor() {
  const translate = useTranslate();
  const client = useQueryClient();
  const [days, setDays] = useState<DayEdit[]>([]);
  const [years, setYears] = useState<YearEdit[]>([]);
  const [stage, setStage] = useState<Stage>({ at: 'edits' });
  const [faults, setFaults] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);

  const act = async (work: () => Promise<void>) => {
    setBusy(true);
    setFaults([]);
    try {
      await work();
    } catch (error) {
      const named = faultsOf(error);
      setFaults(named.length > 0 ? named : [error instanceof Error ? translate(error.message) : '']);
    } finally {
      setBusy(false);
    }
  };
  const forget = () =>
    Promise.all(
      ['calendar-years', 'calendar-days', 'calendar-changes', 'calendar-reminders'].map((key) =>
        client.invalidateQueries({ queryKey: [key] }),
      ),
    );
  const clear = () => {
    setDays([]);
    setYears([]);
    setFaults([]);
  };

  return {
    days,
    years,
    stage,
    faults,
    busy,
    keepDay: (edit: DayEdit, known: SpecialDay | undefined) => {
      setDays(withEdit(days, edit, known));
    },
    dropDay: (day: string) => {
      setDays(days.filter((edit) => edit.day !== day));
    },
    setYear: (year: number, state: YearEdit['state'] | null) => {
      const others = years.filter((edit) => edit.year !== year);
      setYears(state === null ? others : [...others, { year, state }]);
    },
    check: (reason: string) =>
      act(async () => {
        setStage({ at: 'draft', change: await calendarApi.draft({ reason, days, years }) });
        await forget();
      }),
    importFile: (file: File) =>
      act(async () => {
        const format = file.name.toLowerCase().endsWith('.ics') ? 'ics' : 'json';
        const change = await calendarApi.importFile({ reason: file.name, format, text: await file.text() });
        clear();
        setStage({ at: 'draft', change });
        await forget();
      }),
    open: (change: Change) => {
      setFaults([]);
      setStage(change.state === 'draft' ? { at: 'draft', change } : { at: 'published', changeId: change.id });
    },
    publish: (id: string) =>
      act(async () => {
        await calendarApi.publish(id);
        clear();
        setStage({ at: 'published', changeId: id });
        await forget();
      }),
    discard: (id: string) =>
      act(async () => {
        await calendarApi.discard(id);
        setStage({ at: 'edits' });
        await forget();
      }),
    again: async () => {
      setStage({ at: 'edits' });
      await forget();
    },
  };
}
