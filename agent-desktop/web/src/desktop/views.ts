import { computed } from '@preact/signals';
import type { RecordKind } from '../api/records.ts';
import { go, path } from '../app/route.ts';
import { NEW, TAKE, TEND, type View, viewOf } from './viewOf.ts';

export const view = computed<View>(() => viewOf(path.value));

export const addresses = {
  work: '/',
  contacts: '/history',
  records: (kind: RecordKind) => `/${kind}`,
  record: (kind: RecordKind, id: string) => `/${kind}/${encodeURIComponent(id)}`,
  newRecord: (kind: RecordKind, text: string) =>
    `/${kind}/${NEW}${text === '' ? '' : `?${new URLSearchParams({ text })}`}`,
  /** A new customer for the one who is on the line. */
  newCaller: (interaction: string, text: string) => `/customers/${NEW}?${new URLSearchParams({ text, interaction })}`,
  mail: (interaction: string) => `/mail/${encodeURIComponent(interaction)}`,
  /** @param queue of which alone; without it, of all */
  pulled: (queue?: string) => withQuery(`/mail/${TAKE}`, { queue }),
  reports: '/reports/mail',
  rules: '/rules/mail',
  rule: (id: string) => `/rules/mail/${encodeURIComponent(id)}`,
  mailTexts: '/rules/texts',
  mailText: (id: string) => `/rules/texts/${encodeURIComponent(id)}`,
  copyRule: (id: string) => `/rules/mail/${NEW}?${new URLSearchParams({ copy: id })}`,
  articles: '/articles',
  newArticle: `/articles/${NEW}`,
  tendArticles: `/articles/${TEND}`,
  /** @param language the one to read it in; without it, what the reader prefers */
  article: (id: string, language?: string) =>
    `/articles/${encodeURIComponent(id)}${language === undefined ? '' : `?${new URLSearchParams({ language })}`}`,
  editArticle: (id: string) => `/articles/${encodeURIComponent(id)}/edit`,

  customer: (id: string) => addresses.record('customers', id),
  organisation: (id: string) => addresses.record('organisations', id),
  cases: (filter: Readonly<Record<string, string>> = {}) => withQuery('/cases', filter),
  case: (id: string) => `/cases/${encodeURIComponent(id)}`,
  /** A new case, for this customer, with this interaction in it. */
  newCase: (about: About) => withQuery(`/cases/${NEW}`, { ...about }),
};

export const show = {
  work: () => go(addresses.work),
  contacts: () => go(addresses.contacts),
  pulled: () => go(addresses.pulled()),
  records: (kind: RecordKind) => go(addresses.records(kind)),
  articles: () => go(addresses.articles),
  article: (id: string, language?: string) => go(addresses.article(id, language)),
  record: (kind: RecordKind, id: string) => go(addresses.record(kind, id)),
  /** @param text what was looked for and not found */
  newRecord: (kind: RecordKind, text = '') => go(addresses.newRecord(kind, text)),
  cases: () => go(addresses.cases()),
  case: (id: string) => go(addresses.case(id)),
  newCase: (about: About) => go(addresses.newCase(about)),
};

/** What a new case begins with. */
interface About {
  customer?: string | undefined;
  interaction?: string;
}

function withQuery(path: string, parts: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(parts).filter((part): part is [string, string] => part[1] !== undefined);
  const words = new URLSearchParams(given).toString();
  return words === '' ? path : `${path}?${words}`;
}
