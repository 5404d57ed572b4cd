import type { TextDraft } from '../api/articles.ts';
import type { ArticleForm } from './form.ts';

/** Two who changed an article at once: what differs, and putting it together. */

export type Side = 'mine' | 'theirs';
type Plain = 'category' | 'audience' | 'owner' | 'reviewAt' | 'expiresAt';
export type Part = 'title' | 'summary' | 'body';

/** One thing that is chosen as a whole. */
export type Place = { key: string; field: Plain } | { key: string; field: Part; language: string };

export interface Difference {
  place: Place;
  mine: string;
  theirs: string;
  by: 'me' | 'them' | 'both';
}

const PLAIN: readonly Plain[] = ['category', 'audience', 'owner', 'reviewAt', 'expiresAt'];
const PARTS: readonly Part[] = ['title', 'summary', 'body'];

/** What differs between my version and the present one, which both were made from the version that I had read. */
export function differences(read: ArticleForm, mine: ArticleForm, theirs: ArticleForm): Difference[] {
  return places(mine, theirs).flatMap((place) => {
    const [was, my, their] = [at(read, place), at(mine, place), at(theirs, place)];
    if (my === their) return [];
    const by = was === their ? 'me' : was === my ? 'them' : 'both';
    return [{ place, mine: my, theirs: their, by } as const];
  });
}

/** What only one side has changed is clear; the rest is for a person to say. */
export function clearChoices(found: readonly Difference[]): Record<string, Side> {
  const clear = found.filter(({ by }) => by !== 'both');
  return Object.fromEntries(clear.map(({ place, by }) => [place.key, by === 'me' ? 'mine' : 'theirs']));
}

/** A text of which nothing is chosen is taken away. */
export function merge(mine: ArticleForm, theirs: ArticleForm, chosen: Readonly<Record<string, Side>>): ArticleForm {
  const pick = (place: Place) => at(chosen[place.key] === 'mine' ? mine : theirs, place);
  const plain = Object.fromEntries(PLAIN.map((field) => [field, pick({ key: field, field })]));
  const texts = languages(mine, theirs).map((language) => {
    const parts = PARTS.map((field) => [field, pick({ key: `${language}.${field}`, field, language })]);
    return { language, ...Object.fromEntries(parts) } as TextDraft;
  });
  const written = texts.filter(({ title, summary, body }) => `${title}${summary}${body}`.trim() !== '');
  return { ...(plain as Pick<ArticleForm, Plain>), texts: written };
}

function places(one: ArticleForm, other: ArticleForm): Place[] {
  const texts = languages(one, other).flatMap((language) =>
    PARTS.map((field): Place => ({ key: `${language}.${field}`, field, language })),
  );
  return [...PLAIN.map((field): Place => ({ key: field, field })), ...texts];
}

function languages(one: ArticleForm, other: ArticleForm): string[] {
  return [...new Set([...one.texts, ...other.texts].map((text) => text.language))];
}

function at(form: ArticleForm, place: Place): string {
  if (!('language' in place)) return form[place.field];
  return form.texts.find((text) => text.language === place.language)?.[place.field] ?? '';
}
