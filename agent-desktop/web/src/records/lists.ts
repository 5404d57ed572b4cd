import type { ListFilter, RecordKind } from '../api/records.ts';

/** What a list of records shows, and what somebody keeps of it. */

export type Column =
  | 'segment'
  | 'within'
  | 'owner'
  | 'language'
  | 'reachedAt'
  | 'tags'
  | 'city'
  | 'since'
  | 'changedAt';

export const COLUMNS: readonly Column[] = [
  'segment',
  'within',
  'owner',
  'language',
  'reachedAt',
  'tags',
  'city',
  'since',
  'changedAt',
];

const FIRST_COLUMNS: readonly Column[] = ['segment', 'within', 'owner', 'reachedAt'];
const FILTERS: readonly (keyof ListFilter)[] = ['segment', 'owner', 'organisation', 'language', 'tag', 'parent'];
const SAVED_MAX = 50;

export interface SavedFilter {
  name: string;
  filter: ListFilter;
}

export interface Kept {
  columns: readonly Column[];
  filters: readonly SavedFilter[];
}

export const NOTHING_KEPT: Kept = { columns: FIRST_COLUMNS, filters: [] };

export function filterOf(query: URLSearchParams): ListFilter {
  return Object.fromEntries(
    FILTERS.flatMap((name) => {
      const value = query.get(name);
      return value ? [[name, value]] : [];
    }),
  );
}

export function queryOf(filter: ListFilter): string {
  const given = FILTERS.flatMap((name) => {
    const value = filter[name];
    return value ? [[name, value] as [string, string]] : [];
  });
  return new URLSearchParams(given).toString();
}

export function isSame(one: ListFilter, other: ListFilter): boolean {
  return queryOf(one) === queryOf(other);
}

/** A filter under a name takes the place of an older one of that name. */
export function withFilter(kept: Kept, saved: SavedFilter): Kept {
  const others = kept.filters.filter((one) => one.name !== saved.name);
  return { ...kept, filters: [...others, saved].slice(-SAVED_MAX) };
}

export function withoutFilter(kept: Kept, name: string): Kept {
  return { ...kept, filters: kept.filters.filter((one) => one.name !== name) };
}

/** In the order in which they always stand. */
export function withColumn(kept: Kept, column: Column, shown: boolean): Kept {
  return { ...kept, columns: COLUMNS.filter((one) => (one === column ? shown : kept.columns.includes(one))) };
}

/** Whatever stands in the browser's store, also from another version of this page or from somebody's hands. */
export function readKept(stored: string): Kept {
  try {
    const found: unknown = JSON.parse(stored);
    if (typeof found !== 'object' || found === null) return NOTHING_KEPT;
    const { columns, filters } = found as { columns?: unknown; filters?: unknown };
    return {
      columns: Array.isArray(columns) ? COLUMNS.filter((one) => columns.includes(one)) : FIRST_COLUMNS,
      filters: Array.isArray(filters) ? filters.flatMap(savedFilter).slice(0, SAVED_MAX) : [],
    };
  } catch {
    return NOTHING_KEPT;
  }
}

function savedFilter(found: unknown): SavedFilter[] {
  if (typeof found !== 'object' || found === null) return [];
  const { name, filter } = found as { name?: unknown; filter?: unknown };
  if (typeof name !== 'string' || typeof filter !== 'object' || filter === null) return [];
  const texts = Object.entries(filter).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return [{ name, filter: filterOf(new URLSearchParams(texts)) }];
}

/** A place of his own for everybody who works at this computer. */
export const placeOf = (agent: string, kind: RecordKind): string => `ahoy.lists.${agent}.${kind}`;
