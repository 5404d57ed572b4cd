import { useEffect, useRef, useState } from 'preact/hooks';
import { type Article, type ArticleFilter, articles } from '../api/articles.ts';
import { follow, goInstead, query } from '../app/route.ts';
import { may } from '../app/session.ts';
import { addresses } from '../desktop/views.ts';
import { useKeys } from '../keys/keys.ts';
import { Icon } from '../parts/Icon.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { usePaged } from '../records/paging.ts';
import { removing } from '../records/removal.ts';
import { t } from '../text/text.ts';
import { ArticleFilters } from './ArticleFilters.tsx';
import { ArticleTable } from './ArticleTable.tsx';
import { FoundArticles } from './FoundArticles.tsx';
import { filterOf, queryOf } from './filters.ts';
import { moveFocus } from './moveFocus.ts';
import { useArticleSearch } from './searching.ts';

const FOUND_MAX = 50;

/** All articles, or those that a search finds while it is typed. Text and filters are part of the address. */
export function ArticleList() {
  const filter = filterOf(query.value);
  const [text, setText] = useState(query.value.get('q') ?? '');
  const field = useRef<HTMLInputElement>(null);
  const found = useRef<HTMLDivElement>(null);
  const search = useArticleSearch(text, filter, FOUND_MAX);
  useEffect(() => {
    // Whoever has just deleted an article may press U to take that back, which a field would write down.
    if (removing.peek().size === 0) field.current?.focus();
  }, []);
  useKeys([{ key: 'f', shift: false, run: () => field.current?.focus() }]);
  const choose = (wanted: string, next: ArticleFilter) => {
    setText(wanted);
    const words = queryOf(wanted.trim(), next);
    goInstead(words === '' ? addresses.articles : `${addresses.articles}?${words}`);
  };
  const searched = text.trim() !== '';
  return (
    <section class="record-list" aria-labelledby="list-title" data-testid="article-list">
      <header class="record-head">
        <h1 id="list-title">{t('articles.title')}</h1>
        {may('article.change') && (
          <a class="button" href={addresses.tendArticles} onClick={follow} data-testid="tend">
            <Icon name="board" />
            {t('articles.tend')}
          </a>
        )}
        {may('article.create') && (
          <a class="button" href={addresses.newArticle} onClick={follow} data-testid="new-article">
            <Icon name="plus" />
            {t('articles.new')}
          </a>
        )}
      </header>
      <div class="search article-search">
        <Icon name="search" />
        <input
          ref={field}
          type="search"
          aria-label={t('articles.search')}
          placeholder={t('articles.placeholder')}
          autocomplete="off"
          data-testid="article-search"
          value={text}
          onInput={(event) => choose(event.currentTarget.value, filter)}
          onKeyDown={(event) => {
            if (event.isComposing) return;
            if (event.key === 'Enter') search.finish();
            else if (event.key === 'ArrowDown') found.current?.querySelector<HTMLElement>('a')?.focus();
            else if (event.key === 'Escape' && text !== '') choose('', filter);
            else return;
            event.preventDefault();
            event.stopPropagation();
          }}
        />
        {text === '' && <Kbd>F</Kbd>}
      </div>
      <ArticleFilters filter={filter} searched={searched} onChange={(next) => choose(text, next)} />
      <div ref={found} onKeyDown={moveFocus}>
        {searched ? (
          <FoundArticles searching={search.searching} again={search.again} onOpen={search.finish} />
        ) : (
          <AllArticles filter={filter} />
        )}
      </div>
    </section>
  );
}

function AllArticles({ filter }: { filter: ArticleFilter }) {
  const words = queryOf('', filter);
  const { list, more, reload } = usePaged<Article>(`articles ${words}`, (after) => articles.page(filter, after));
  const shown = list.items.filter((one) => !removing.value.has(one.id));
  return (
    <>
      {list.state === 'loading' && <Skeleton lines={8} />}
      {list.state === 'failed' && <Refusal text={list.problem ?? ''} again={reload} />}
      {list.state === 'shown' && shown.length === 0 && (
        <p class="empty secondary">{t(words === '' ? 'articles.empty' : 'articles.nothing')}</p>
      )}
      {list.state !== 'loading' && shown.length > 0 && <ArticleTable articles={shown} wanted={filter.language} />}
      {list.state !== 'loading' && list.next !== undefined && (
        <button type="button" class="more" data-testid="list-more" onClick={more}>
          {t('list.more')}
        </button>
      )}
    </>
  );
}
