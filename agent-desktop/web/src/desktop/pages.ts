import { useEffect, useReducer, useRef } from 'preact/hooks';
import { records, type TimelineFilter } from '../api/records.ts';
import type { Contact } from '../api/types.ts';
import { wordsFor } from '../app/toasts.ts';

const PAGE = 25;

export interface Pages {
  items: readonly Contact[];
  next?: string;
  state: 'loading' | 'shown' | 'failed';
  problem?: string;
}

type Step =
  | { is: 'begin' }
  | { is: 'page'; items: Contact[]; next?: string; first: boolean }
  | { is: 'fail'; problem: string };

/** Pages after a step; a contact that moved between two pages meanwhile is not shown twice. */
export function turn(before: Pages, step: Step): Pages {
  switch (step.is) {
    case 'begin':
      return { ...before, state: before.items.length > 0 ? 'shown' : 'loading' };
    case 'fail':
      return { ...before, state: 'failed', problem: step.problem };
    case 'page': {
      const kept = step.first ? [] : before.items;
      const known = new Set(kept.map((item) => item.id));
      const items = [...kept, ...step.items.filter((item) => !known.has(item.id))];
      return step.next === undefined ? { items, state: 'shown' } : { items, next: step.next, state: 'shown' };
    }
  }
}

/**
 * A history, page by page.
 *
 * @param filter whose, else the own
 * @param again read anew when this changes
 */
export function usePages(
  filter: TimelineFilter,
  again: unknown,
): { pages: Pages; more: () => void; reload: () => void } {
  const [pages, dispatch] = useReducer(turn, { items: [], state: 'loading' });
  const load = async (before: string | undefined, here: () => boolean) => {
    dispatch({ is: 'begin' });
    try {
      const page = await records.timeline(filter, before, PAGE);
      if (here()) dispatch({ is: 'page', ...page, first: before === undefined });
    } catch (error) {
      if (here()) dispatch({ is: 'fail', problem: wordsFor(error) });
    }
  };
  const what = JSON.stringify(filter);
  const shown = useRef(what);
  shown.current = what;
  // An answer about what is no longer asked for says nothing.
  const still = () => shown.current === what;
  useEffect(() => {
    let here = true;
    void load(undefined, () => here);
    return () => {
      here = false;
    };
  }, [what, again]);
  return {
    pages,
    more: () => void load(pages.next, still),
    reload: () => void load(undefined, still),
  };
}
