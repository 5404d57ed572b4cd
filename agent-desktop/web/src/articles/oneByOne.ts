import type { TextDraft } from '../api/articles.ts';
import type { ArticleForm } from './form.ts';

/**
 * An article with each thing that is chosen as a whole apart, as two versions of it are compared: `audience`, and of each language
 * `en.title`.
 */
export type OneByOne = Record<string, string>;
type Plain = 'category' | 'audience' | 'owner' | 'reviewAt' | 'expiresAt';
export type Part = 'title' | 'summary' | 'body';

const PLAIN: readonly Plain[] = ['category', 'audience', 'owner', 'reviewAt', 'expiresAt'];
const PARTS: readonly Part[] = ['title', 'summary', 'body'];

/** What a key names; without a language when it is of the article as a whole. */
export function placeOf(key: string): { field: Plain } | { field: Part; language: string } {
  const dot = key.lastIndexOf('.');
  return dot < 0 ? { field: key as Plain } : { field: key.slice(dot + 1) as Part, language: key.slice(0, dot) };
}

/** The keys of two versions, in the order in which they are shown. */
export function keysOf(one: ArticleForm, other: ArticleForm): string[] {
  const languages = new Set([...one.texts, ...other.texts].map((text) => text.language));
  return [...PLAIN, ...[...languages].flatMap((language) => PARTS.map((part) => `${language}.${part}`))];
}

/** What is not there is empty. */
export function oneByOne(form: ArticleForm, keys: readonly string[]): OneByOne {
  return Object.fromEntries(keys.map((key) => [key, valueAt(form, key)]));
}

/** A text of which nothing is left is taken away. */
export function together(parts: OneByOne): ArticleForm {
  const plain = Object.fromEntries(PLAIN.map((field) => [field, parts[field]])) as unknown as Pick<ArticleForm, Plain>;
  const texts = new Map<string, TextDraft>();
  for (const [key, value] of Object.entries(parts)) {
    const place = placeOf(key);
    if (!('language' in place)) continue;
    const { language, field } = place;
    texts.set(language, { ...(texts.get(language) ?? { language, title: '', summary: '', body: '' }), [field]: value });
  }
  const written = [...texts.values()].filter(({ title, summary, body }) => `${title}${summary}${body}`.trim() !== '');
  return { ...plain, texts: written };
}

function valueAt(form: ArticleForm, key: string): string {
  const place = placeOf(key);
  if (!('language' in place)) return form[place.field];
  return form.texts.find((text) => text.language === place.language)?.[place.field] ?? '';
}
