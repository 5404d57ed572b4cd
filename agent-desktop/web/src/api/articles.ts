import { call, upload } from './http.ts';
import { query } from './records.ts';
import type { Instant, Named, Page, Titles } from './types.ts';

/** The knowledge base: what the API sends about it, and its requests. */

export type Audience = 'INTERNAL' | 'PUBLIC';
export type ArticleState = 'CURRENT' | 'REVIEW_DUE' | 'EXPIRED';
export type CategoryKind = 'MARKETING' | 'SERVICE' | 'PRODUCT';
export type UseKind = 'OPENED' | 'INSERTED' | 'LINKED' | 'HELPFUL' | 'NOT_HELPFUL';

export interface ArticleText {
  language: string;
  title: string;
  summary: string;
  /** Markdown as typed; lists leave it out. */
  body?: string;
  /** Made harmless by the server; lists and versions leave it out. */
  html?: string;
  number: number;
  at: Instant;
  by: Named;
}

export interface ArticleFile {
  id: string;
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  picture: boolean;
  address: string;
  at: Instant;
  by: string;
}

export interface Article {
  id: string;
  version: number;
  category: string;
  audience: Audience;
  owner: Named;
  createdAt: Instant;
  changedAt: Instant;
  reviewAt?: Instant;
  expiresAt?: Instant;
  texts: ArticleText[];
  files: ArticleFile[];
}

export type TextDraft = Pick<ArticleText, 'language' | 'title' | 'summary'> & { body: string };

export type ArticleDraft = Pick<Article, 'category' | 'audience' | 'reviewAt' | 'expiresAt'> & {
  owner: string;
  texts: TextDraft[];
};

export interface CategoryDraft {
  parent?: string;
  place: number;
  title: Titles;
  kind: CategoryKind;
}

export type Category = CategoryDraft & { id: string };

/** A piece of text, never markup; a hit is what was searched for. */
export interface TextRun {
  text: string;
  hit: boolean;
}

export interface ArticleHit {
  article: string;
  language: string;
  audience: Audience;
  category: string;
  title: TextRun[];
  excerpts: TextRun[][];
  score: number;
}

export type WordsSource = 'SUBJECT' | 'TEXT' | 'CASE' | 'HISTORY' | 'QUEUE';

export type SuggestionReason =
  | { type: 'words'; source: WordsSource; words: string[] }
  | { type: 'usedInQueue'; queue: string; times: number; days: number }
  | { type: 'usedWithCustomer'; contacts: number }
  | { type: 'helpful'; helpful: number; of: number }
  | { type: 'sameCategory'; category: string };

export interface Suggestion {
  article: string;
  language: string;
  audience: Audience;
  title: string;
  summary: string;
  score: number;
  reasons: SuggestionReason[];
}

export interface ArticleFilter {
  category?: string;
  language?: string;
  audience?: Audience;
  state?: ArticleState;
}

export interface Fruitless {
  query: string;
  count: number;
  last: Instant;
}

export interface Used {
  article: string;
  /** By language. */
  titles: Record<string, string>;
  opened: number;
  inserted: number;
  linked: number;
  helpful: number;
  notHelpful: number;
}

const part = encodeURIComponent;

export const articles = {
  page: (filter: ArticleFilter, after: string | undefined) =>
    call<Page<Article>>('GET', `/articles?${query({ ...filter, after })}`),
  /** @param language goes before others; `filter.language` leaves all others out */
  search: (q: string, language: string, { category, audience, language: only }: ArticleFilter, limit: number) =>
    call<Page<ArticleHit>>('GET', `/articles/search?${query({ q, language, in: only, category, audience, limit })}`),
  searched: (q: string, language: string, hits: number) => call('POST', '/articles/searches', { q, language, hits }),
  suggestions: (interaction: string) => call<Page<Suggestion>>('GET', `/interactions/${part(interaction)}/suggestions`),

  read: (id: string) => call<Article>('GET', `/articles/${part(id)}`),
  create: (draft: ArticleDraft) => call<Article>('POST', '/articles', draft),
  change: (id: string, version: number, draft: ArticleDraft) =>
    call<Article>('PUT', `/articles/${part(id)}`, draft, version),
  remove: ({ id, version }: Article) => call('DELETE', `/articles/${part(id)}`, undefined, version),
  versions: (id: string, language: string) =>
    call<Page<ArticleText>>('GET', `/articles/${part(id)}/versions?${query({ language })}`),
  preview: (body: string, article: string | undefined) =>
    call<{ html: string }>('POST', '/articles/preview', article === undefined ? { body } : { body, article }),
  used: (id: string, kind: UseKind, interaction: string | undefined) =>
    call('POST', `/articles/${part(id)}/uses`, interaction === undefined ? { kind } : { kind, interaction }),

  attach: (id: string, file: File) =>
    upload<ArticleFile>(`/articles/${part(id)}/files?${query({ name: file.name })}`, file),
  detach: (file: string) => call('DELETE', `/articles/files/${part(file)}`),

  categories: () => call<Page<Category>>('GET', '/articles/categories'),
  createCategory: (draft: CategoryDraft) => call<Category>('POST', '/articles/categories', draft),
  changeCategory: (id: string, draft: CategoryDraft) =>
    call<Category>('PUT', `/articles/categories/${part(id)}`, draft),
  removeCategory: (id: string) => call('DELETE', `/articles/categories/${part(id)}`),

  synonyms: () => call<{ lists: string[][] }>('GET', '/articles/synonyms'),
  changeSynonyms: (lists: string[][]) => call<{ lists: string[][] }>('PUT', '/articles/synonyms', { lists }),

  fruitless: (days: number) => call<Page<Fruitless>>('GET', `/articles/reports/fruitless?${query({ days })}`),
  mostUsed: (days: number) => call<Page<Used>>('GET', `/articles/reports/used?${query({ days })}`),
  dueForReview: () => call<Page<Article>>('GET', '/articles/reports/review'),
};
