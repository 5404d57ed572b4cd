import { useEffect, useRef, useState } from 'preact/hooks';
import type { Case } from '../api/cases.ts';
import { type Found, type RecordKind, records } from '../api/records.ts';
import type { ContactPoint } from '../api/types.ts';
import { wordsFor } from '../app/toasts.ts';

const ASK_AFTER_MS = 150;
const LETTERS_MIN = 2;

export type HitKind = RecordKind | 'cases';

/** Somebody or something that a search found, or that was looked at before. */
export interface Hit {
  kind: HitKind;
  id: string;
  name: string;
  /** The number or address to use first, or the number of a case; empty where there is none. */
  reachedAt: string;
  organisation: string;
}

export type Finding =
  | { is: 'nothingAsked' }
  | { is: 'found'; text: string; hits: readonly Hit[] }
  | { is: 'failed'; problem: string };

/** Of these kinds only; people before organisations before cases, each in the server's order. */
export function hitsOf({ customers, organisations, cases }: Found, kinds: readonly HitKind[]): Hit[] {
  const people = customers.map(({ id, name, points, organisation }) => ({
    kind: 'customers' as const,
    id,
    name,
    reachedAt: firstPoint(points),
    organisation: organisation?.name ?? '',
  }));
  const others = organisations.map(({ id, name, points, parent }) => ({
    kind: 'organisations' as const,
    id,
    name,
    reachedAt: firstPoint(points),
    organisation: parent?.name ?? '',
  }));
  return [...people, ...others, ...cases.map(caseHit)].filter((hit) => kinds.includes(hit.kind));
}

export function caseHit({ id, number, subject, customer }: Case): Hit {
  return { kind: 'cases', id, name: subject, reachedAt: number, organisation: customer?.name ?? '' };
}

/** The same question, asked so that an answer which a newer question has overtaken says nothing. */
export function latest<Q, A>(ask: (question: Q) => Promise<A>): (question: Q) => Promise<A | undefined> {
  let newest = 0;
  return async (question) => {
    const mine = ++newest;
    try {
      const answer = await ask(question);
      return mine === newest ? answer : undefined;
    } catch (error) {
      if (mine === newest) throw error;
      return undefined;
    }
  };
}

/** What is found for a text while it is typed. */
export function useFinding(text: string, kinds: readonly HitKind[]): Finding {
  const [finding, setFinding] = useState<Finding>({ is: 'nothingAsked' });
  const ask = useRef(latest(find));
  const wanted = text.trim();
  useEffect(() => {
    if (wanted.length < LETTERS_MIN) {
      setFinding({ is: 'nothingAsked' });
      return;
    }
    let here = true;
    const timer = setTimeout(async () => {
      const found = await ask.current({ text: wanted, kinds }).catch(failed);
      if (here && found) setFinding(found);
    }, ASK_AFTER_MS);
    return () => {
      here = false;
      clearTimeout(timer);
    };
  }, [wanted]);
  return finding;
}

async function find({ text, kinds }: { text: string; kinds: readonly HitKind[] }): Promise<Finding> {
  return { is: 'found', text, hits: hitsOf(await records.find(text), kinds) };
}

function failed(error: unknown): Finding {
  return { is: 'failed', problem: wordsFor(error) };
}

function firstPoint(points: readonly ContactPoint[]): string {
  return (points.find((point) => point.primary) ?? points[0])?.value ?? '';
}
