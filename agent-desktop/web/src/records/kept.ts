import { useEffect, useState } from 'preact/hooks';
import type { RecordKind } from '../api/records.ts';
import { session } from '../app/session.ts';
import { type Kept, placeOf, readKept } from './lists.ts';

/** Columns and saved filters of the person signed in, kept in this browser. */
export function useKept(kind: RecordKind): [Kept, (kept: Kept) => void] {
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
