/** What a list shows, and what somebody keeps of it, whatever is listed. */

const SAVED_MAX = 50;

export interface SavedFilter<F> {
  name: string;
  filter: F;
}

export interface Kept<F, C> {
  columns: readonly C[];
  filters: readonly SavedFilter<F>[];
}

interface Shape<F, C> {
  /** In the order in which they always stand. */
  columns: readonly C[];
  firstColumns: readonly C[];
  filters: readonly (keyof F & string)[];
}

/** @typeParam F a filter: texts by the names of what they filter, as they stand in the address */
export type ListShape<F, C> = ReturnType<typeof listOf<F, C>>;

export function listOf<F, C>({ columns: all, firstColumns, filters }: Shape<F, C>) {
  const NOTHING_KEPT: Kept<F, C> = { columns: firstColumns, filters: [] };

  const filterOf = (query: URLSearchParams): F =>
    Object.fromEntries(
      filters.flatMap((name) => {
        const value = query.get(name);
        return value ? [[name, value]] : [];
      }),
    ) as F;

  const queryOf = (filter: F): string => {
    const given = filters.flatMap((name) => {
      const value = filter[name];
      return value ? [[name, String(value)] as [string, string]] : [];
    });
    return new URLSearchParams(given).toString();
  };

  const savedFilter = (found: unknown): SavedFilter<F>[] => {
    if (typeof found !== 'object' || found === null) return [];
    const { name, filter } = found as { name?: unknown; filter?: unknown };
    if (typeof name !== 'string' || typeof filter !== 'object' || filter === null) return [];
    const texts = Object.entries(filter).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    return [{ name, filter: filterOf(new URLSearchParams(texts)) }];
  };

  return {
    columns: all,
    NOTHING_KEPT,
    filterOf,
    queryOf,
    isSame: (one: F, other: F): boolean => queryOf(one) === queryOf(other),

    /** A filter under a name takes the place of an older one of that name. */
    withFilter: (kept: Kept<F, C>, saved: SavedFilter<F>): Kept<F, C> => {
      const others = kept.filters.filter((one) => one.name !== saved.name);
      return { ...kept, filters: [...others, saved].slice(-SAVED_MAX) };
    },

    withoutFilter: (kept: Kept<F, C>, name: string): Kept<F, C> => ({
      ...kept,
      filters: kept.filters.filter((one) => one.name !== name),
    }),

    withColumn: (kept: Kept<F, C>, column: C, shown: boolean): Kept<F, C> => ({
      ...kept,
      columns: all.filter((one) => (one === column ? shown : kept.columns.includes(one))),
    }),

    /** Whatever stands in the browser's store, also from another version of this page or from somebody's hands. */
    readKept: (stored: string): Kept<F, C> => {
      try {
        const found: unknown = JSON.parse(stored);
        if (typeof found !== 'object' || found === null) return NOTHING_KEPT;
        const { columns, filters: kept } = found as { columns?: unknown; filters?: unknown };
        return {
          columns: Array.isArray(columns) ? all.filter((one) => columns.includes(one)) : firstColumns,
          filters: Array.isArray(kept) ? kept.flatMap(savedFilter).slice(0, SAVED_MAX) : [],
        };
      } catch {
        return NOTHING_KEPT;
      }
    },
  };
}

/** A place of his own for everybody who works at this computer. */
export const placeOf = (agent: string, kind: string): string => `ahoy.lists.${agent}.${kind}`;
