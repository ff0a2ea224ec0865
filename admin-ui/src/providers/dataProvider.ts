import simpleRest from 'ra-data-simple-rest';
import type { DataProvider, Identifier, RaRecord } from 'react-admin';
import { filterOfView, isQueueView } from '../claims/queueViews';
import { call } from './http';
import { knownSession } from './session';
import { verbs, type Verbs } from './verbs';

const LARGEST_PAGE = 100;

export type DeskDataProvider = DataProvider & Verbs;

const rest = simpleRest('/api', (url: string, options?: RequestInit) => call<RaRecord>(url, options));

/**
 * `ra-data-simple-rest` as it is for reading; a change carries the version that the editor saw and only the
 * fields that differ, so that a stale form is refused instead of overwriting somebody's work.
 */
export const dataProvider: DeskDataProvider = {
  ...rest,
  getList: (resource, params) =>
    rest.getList(resource, {
      ...params,
      filter: expandView(resource, params.filter as Record<string, unknown>),
    }),
  // A list answers 25 rows unless a range is asked for, and at most a hundred.
  getMany: async (resource, { ids }) => {
    const pages = Array.from({ length: Math.ceil(ids.length / LARGEST_PAGE) }, (_, page) =>
      call<never[]>(`/api/${resource}?${idQuery(ids.slice(page * LARGEST_PAGE, (page + 1) * LARGEST_PAGE))}`),
    );
    return { data: (await Promise.all(pages)).flatMap(({ json }) => json) };
  },
  update: (resource, params) => {
    const before = params.previousData as Record<string, unknown>;
    const data = {
      ...changedFields(before, params.data as Record<string, unknown>),
      version: before.version,
    };
    return rest.update(resource, { ...params, data });
  },
  create: (resource, params) =>
    resource === 'claims'
      ? rest.create(resource, { ...params, data: { ...params.data, commandId: crypto.randomUUID() } })
      : rest.create(resource, params),
  ...verbs,
};

function idQuery(ids: readonly Identifier[]): string {
  return new URLSearchParams({
    filter: JSON.stringify({ id: ids }),
    range: `[0,${String(LARGEST_PAGE - 1)}]`,
  }).toString();
}

/** Top-level fields of `data` that differ from what was loaded, compared as JSON. */
export function changedFields(
  before: Record<string, unknown>,
  data: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).filter(([key, value]) => JSON.stringify(before[key]) !== JSON.stringify(value)),
  );
}

/** A queue tab is one word in the address; here it becomes the filter that the server knows. */
function expandView(resource: string, filter: Record<string, unknown> = {}): Record<string, unknown> {
  const { view, ...rest } = filter;
  if (resource !== 'claims' || !isQueueView(view)) return filter;
  return { ...filterOfView(view, knownSession()?.user.id ?? '', new Date()), ...rest };
}
