import { useEffect, useReducer, useRef } from 'preact/hooks';
import type { Page } from '../api/types.ts';
import { wordsFor } from '../app/toasts.ts';

export interface Paged<T> {
  items: readonly T[];
  next?: string;
  state: 'loading' | 'shown' | 'failed';
  problem?: string;
}

export type PageStep<T> =
  | { is: 'begin' }
  | { is: 'page'; page: Page<T>; first: boolean }
  | { is: 'fail'; problem: string }
  | { is: 'put'; item: T };

/** The list after a step; what moved between two pages meanwhile stands there once. */
export function paged<T extends { id: string }>(before: Paged<T>, step: PageStep<T>): Paged<T> {
  switch (step.is) {
    case 'begin':
      return { ...before, state: before.items.length > 0 ? 'shown' : 'loading' };
    case 'fail':
      return { ...before, state: 'failed', problem: step.problem };
    case 'put': {
      const there = before.items.some((item) => item.id === step.item.id);
      const changed = before.items.map((item) => (item.id === step.item.id ? step.item : item));
      return { ...before, items: there ? changed : [step.item, ...before.items] };
    }
    case 'page': {
      const kept = step.first ? [] : before.items;
      const known = new Set(kept.map((item) => item.id));
      const items = [...kept, ...step.page.items.filter((item) => !known.has(item.id))];
      return step.page.next === undefined ? { items, state: 'shown' } : { items, next: step.page.next, state: 'shown' };
    }
  }
}

/**
 * A list, page by page.
 *
 * @param what is listed: read anew when it changes
 */
export function usePaged<T extends { id: string }>(
  what: string,
  read: (after: string | undefined) => Promise<Page<T>>,
): { list: Paged<T>; more: () => void; reload: () => void; put: (item: T) => void } {
  const [list, dispatch] = useReducer<Paged<T>, PageStep<T>>(paged, { items: [], state: 'loading' });
  const shown = useRef(what);
  shown.current = what;
  const load = async (after: string | undefined) => {
    // An answer about what is no longer asked for says nothing.
    const still = () => shown.current === what;
    dispatch({ is: 'begin' });
    try {
      const page = await read(after);
      if (still()) dispatch({ is: 'page', page, first: after === undefined });
    } catch (error) {
      if (still()) dispatch({ is: 'fail', problem: wordsFor(error) });
    }
  };
  useEffect(() => {
    void load(undefined);
    return () => {
      shown.current = '';
    };
  }, [what]);
  return {
    list,
    more: () => void load(list.next),
    reload: () => void load(undefined),
    put: (item) => dispatch({ is: 'put', item }),
  };
}
