import type { ArticleFilter } from '../api/articles.ts';

const FILTERS: readonly (keyof ArticleFilter)[] = ['category', 'language', 'audience', 'state'];

/** What a list of articles shows, as it stands in the address. */
export function filterOf(query: URLSearchParams): ArticleFilter {
  return Object.fromEntries(
    FILTERS.flatMap((name) => {
      const value = query.get(name);
      return value ? [[name, value]] : [];
    }),
  );
}

export function queryOf(text: string, filter: ArticleFilter): string {
  const given = FILTERS.flatMap((name) => {
    const value = filter[name];
    return value ? [[name, value] as [string, string]] : [];
  });
  return new URLSearchParams([...(text === '' ? [] : [['q', text] as [string, string]]), ...given]).toString();
}
