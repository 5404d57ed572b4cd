import { useEffect, useState } from 'preact/hooks';
import { session } from '../app/session.ts';
import { type Kept, type ListShape, placeOf } from './listShape.ts';

/**
 * Columns and saved filters of the person signed in, kept in this browser.
 *
 * @param kind of what is listed
 */
export function useKept<F, C>(kind: string, { readKept }: ListShape<F, C>): [Kept<F, C>, (kept: Kept<F, C>) => void] {
  const place = placeOf(session.value?.agent.id ?? '', kind);
  const [kept, setKept] = useState(() => readKept(stored(place)));
  useEffect(() => setKept(readKept(stored(place))), [place]);
  return [
    kept,
    (next) => {
      setKept(next);
      try {
        localStorage.setItem(place, JSON.stringify(next));
      } catch {
        // Storage may be forbidden: then it holds until the page is left.
      }
    },
  ];
}

function stored(place: string): string {
  try {
    return localStorage.getItem(place) ?? '';
  } catch {
    return '';
  }
}
