import type { Article, ArticleDraft, Audience, TextDraft } from '../api/articles.ts';
import type { Instant } from '../api/types.ts';
import { beginOf, dayOf } from './days.ts';

/** An article as it stands in the editor. */
export interface ArticleForm {
  category: string;
  audience: Audience;
  owner: string;
  /** Days; empty: none. */
  reviewAt: string;
  expiresAt: string;
  texts: readonly TextDraft[];
}

/** A new article; what was searched for in vain may be its title. */
export function newForm(language: string, title: string, owner: string): ArticleForm {
  const texts = [{ language, title, summary: '', body: '' }];
  return { category: '', audience: 'INTERNAL', owner, reviewAt: '', expiresAt: '', texts };
}

export function formOf(article: Article, zone: string): ArticleForm {
  const { category, audience, owner, reviewAt, expiresAt, texts } = article;
  return {
    category,
    audience,
    owner: owner.id,
    reviewAt: reviewAt === undefined ? '' : dayOf(reviewAt, zone),
    expiresAt: expiresAt === undefined ? '' : dayOf(expiresAt, zone),
    texts: texts.map(({ language, title, summary, body }) => ({ language, title, summary, body: body ?? '' })),
  };
}

/** The field that is still empty and without which nothing is saved. */
export function lacking({ category, texts }: ArticleForm): string | undefined {
  if (category === '') return 'category';
  const untitled = texts.find((text) => text.title.trim() === '');
  return untitled && `texts.${untitled.language}.title`;
}

/**
 * What is sent. A day that nobody touched keeps the instant it had.
 *
 * @param before the article as it was read
 */
export function toSend(form: ArticleForm, before: Article | undefined, zone: string): ArticleDraft {
  const instant = (day: string, was: Instant | undefined) =>
    was !== undefined && dayOf(was, zone) === day ? was : beginOf(day, zone);
  return {
    category: form.category,
    audience: form.audience,
    owner: form.owner,
    ...(form.reviewAt === '' ? {} : { reviewAt: instant(form.reviewAt, before?.reviewAt) }),
    ...(form.expiresAt === '' ? {} : { expiresAt: instant(form.expiresAt, before?.expiresAt) }),
    texts: form.texts.map((text) => ({ ...text, title: text.title.trim(), summary: text.summary.trim() })),
  };
}

/** The markup that shows a picture of the article, in the place of what is marked: by empty lines apart from tables and lists. */
export function withPicture(body: string, from: number, to: number, name: string, file: string): string {
  const words = name.replace(/\.[^.]*$/, '').replace(/[[\]\\]/g, ' ');
  const [before, behind] = [body.slice(0, from), body.slice(to)];
  const above = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const below = behind === '' || behind.startsWith('\n\n') ? '' : behind.startsWith('\n') ? '\n' : '\n\n';
  return `${before}${above}![${words}](file:${file})${below}${behind}`;
}
