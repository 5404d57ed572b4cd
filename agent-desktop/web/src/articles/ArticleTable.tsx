import type { Article } from '../api/articles.ts';
import { follow } from '../app/route.ts';
import { zone } from '../app/session.ts';
import { addresses } from '../desktop/views.ts';
import { serverNow } from '../feed/clock.ts';
import { Icon } from '../parts/Icon.tsx';
import { date, languageName } from '../text/format.ts';
import { t, title } from '../text/text.ts';
import { useCategories } from './categories.ts';
import { stateOf, textOf } from './texts.ts';

/**
 * Articles as rows.
 *
 * @param wanted the language to show them in
 */
export function ArticleTable({ articles, wanted }: { articles: readonly Article[]; wanted?: string | undefined }) {
  const { categories } = useCategories();
  const named = new Map(categories.map((one) => [one.id, title(one.title)]));
  return (
    <div class="table-scroll">
      <table class="records">
        <thead>
          <tr>
            <th scope="col">{t('articles.name')}</th>
            <th scope="col">{t('articles.category')}</th>
            <th scope="col">{t('articles.audience')}</th>
            <th scope="col">{t('articles.language')}</th>
            <th scope="col">{t('articles.state')}</th>
            <th scope="col">{t('articles.changed')}</th>
          </tr>
        </thead>
        <tbody>
          {articles.map((article) => {
            const text = textOf(article, wanted);
            return (
              <tr key={article.id} data-testid="article-row">
                <th scope="row">
                  <a
                    href={addresses.article(article.id, wanted)}
                    onClick={follow}
                    lang={text?.language}
                    title={text?.summary}
                    data-row-title
                  >
                    {text?.title ?? t('articles.untitled')}
                  </a>
                </th>
                <td>{named.get(article.category)}</td>
                <td>{t(`audience.${article.audience}`)}</td>
                <td>{article.texts.map((one) => languageName(one.language)).join(', ')}</td>
                <td>
                  <State article={article} />
                </td>
                <td>{date(article.changedAt, zone.value)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function State({ article }: { article: Article }) {
  const state = stateOf(article, serverNow());
  if (state === 'CURRENT') return <>{t('articleState.CURRENT')}</>;
  return (
    <span class={state === 'EXPIRED' ? 'chip barred' : 'chip due'}>
      <Icon name="warning" size={12} />
      {t(`articleState.${state}`)}
    </span>
  );
}
