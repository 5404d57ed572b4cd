import { useEffect, useRef, useState } from 'preact/hooks';
import { type ArticleHit, articles } from '../api/articles.ts';
import type { Case, Order } from '../api/cases.ts';
import { type Found, type RecordKind, records } from '../api/records.ts';
import type { ContactPoint } from '../api/types.ts';
import { wordsFor } from '../app/toasts.ts';
import { language } from '../text/text.ts';

const ASK_AFTER_MS = 150;
const LETTERS_MIN = 2;
/** One character is a family name already. */
const HAN = /\p{Script=Han}/u;
const ARTICLES_MAX = 3;

export type HitKind = RecordKind | 'cases' | 'orders' | 'articles';

/** Somebody or something that a search found, or that was looked at before. */
export interface Hit {
  kind: HitKind;
  id: string;
  name: string;
  /** The number or address to use first, the number of a case, the status of an order; empty where there is none. */
  reachedAt: string;
  organisation: string;
  /** Whose it is: an order has no page of its own and stands on the customer's. */
  customer?: string;
  /** The one an article is read in. */
  language?: string;
}

export type Finding =
  | { is: 'nothingAsked' }
  | { is: 'found'; text: string; hits: readonly Hit[] }
  | { is: 'failed'; problem: string };

/** Of these kinds only; people before organisations before cases before orders, each in the server's order. */
export function hitsOf({ customers, organisations, cases, orders }: Found, kinds: readonly HitKind[]): Hit[] {
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
  return [...people, ...others, ...cases.map(caseHit), ...orders.map(orderHit)].filter((hit) =>
    kinds.includes(hit.kind),
  );
}

export function caseHit({ id, number, subject, customer }: Case): Hit {
  return { kind: 'cases', id, name: subject, reachedAt: number, organisation: customer?.name ?? '' };
}

function orderHit({ id, number, status, customer }: Order): Hit {
  return { kind: 'orders', id, name: number, reachedAt: status, organisation: customer.name, customer: customer.id };
}

function articleHit({ article, language, title }: ArticleHit): Hit {
  const name = title.map((run) => run.text).join('');
  return { kind: 'articles', id: article, name, reachedAt: '', organisation: '', language };
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
  return useAnswer(text, (wanted) => find({ text: wanted, kinds }));
}

/**
 * The articles that fit, asked for beside the records, so that these never wait for them. What is typed here is mostly names, so it
 * does not count in the report of what nobody finds an article for; and where no answer comes there are just none.
 */
export function useArticlesFound(text: string, kinds: readonly HitKind[]): readonly Hit[] {
  const finding = useAnswer(text, kinds.includes('articles') ? findArticles : findNone);
  return finding.is === 'found' ? finding.hits : [];
}

function useAnswer(text: string, question: (text: string) => Promise<Finding>): Finding {
  const [finding, setFinding] = useState<Finding>({ is: 'nothingAsked' });
  const ask = useRef(latest(question));
  const wanted = text.trim();
  useEffect(() => {
    if (wanted.length < LETTERS_MIN && !HAN.test(wanted)) {
      setFinding({ is: 'nothingAsked' });
      return;
    }
    let here = true;
    const timer = setTimeout(async () => {
      const found = await ask.current(wanted).catch(failed);
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

async function findArticles(text: string): Promise<Finding> {
  const { items } = await articles.search(text, language.peek(), {}, ARTICLES_MAX);
  return { is: 'found', text, hits: items.map(articleHit) };
}

async function findNone(text: string): Promise<Finding> {
  return { is: 'found', text, hits: [] };
}

function failed(error: unknown): Finding {
  return { is: 'failed', problem: wordsFor(error) };
}

function firstPoint(points: readonly ContactPoint[]): string {
  return (points.find((point) => point.primary) ?? points[0])?.value ?? '';
}
