import { follow } from '../app/route.ts';
import { addresses } from '../desktop/views.ts';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { languageName } from '../text/format.ts';
import { t, title } from '../text/text.ts';
import { useCategories } from './categories.ts';
import { Runs } from './Runs.tsx';
import type { Searching } from './searching.ts';

interface Properties {
  searching: Searching;
  again: () => void;
  onOpen: () => void;
}

/** What a search found, best first, with the places that fit. */
export function FoundArticles({ searching, again, onOpen }: Properties) {
  const { categories } = useCategories();
  const named = new Map(categories.map((one) => [one.id, title(one.title)]));
  switch (searching.is) {
    case 'nothingAsked':
      return <Skeleton lines={4} />;
    case 'failed':
      return <Refusal text={searching.problem} again={again} />;
    case 'found':
      return (
        <>
          <p class="secondary" role="status" data-testid="article-count">
            {searching.hits.length === 0
              ? t(searching.narrowed ? 'articles.nothing' : 'articles.none', { text: searching.text })
              : t('articles.found', { count: searching.hits.length })}
          </p>
          <ul class="article-hits">
            {searching.hits.map((hit) => (
              <li key={hit.article} data-testid="article-hit">
                <a
                  href={addresses.article(hit.article, hit.language)}
                  lang={hit.language}
                  data-row-title
                  onClick={(event) => {
                    onOpen();
                    follow(event);
                  }}
                >
                  <Runs runs={hit.title} />
                </a>
                {hit.excerpts.map((excerpt, at) => (
                  <p key={at} lang={hit.language}>
                    <Runs runs={excerpt} />
                  </p>
                ))}
                <p class="secondary">
                  {[named.get(hit.category), languageName(hit.language), t(`audience.${hit.audience}`)]
                    .filter((word) => word !== undefined)
                    .join(' · ')}
                </p>
              </li>
            ))}
          </ul>
        </>
      );
  }
}
