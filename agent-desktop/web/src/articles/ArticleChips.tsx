import type { Article, ArticleText } from '../api/articles.ts';
import { zone } from '../app/session.ts';
import { serverNow } from '../feed/clock.ts';
import { Icon } from '../parts/Icon.tsx';
import { date, languageName } from '../text/format.ts';
import { t, title } from '../text/text.ts';
import { useCategories } from './categories.ts';
import { ownerName } from './owners.ts';
import { stateOf } from './texts.ts';

interface Properties {
  article: Article;
  text: ArticleText;
  onLanguage: (language: string) => void;
}

/** Where an article belongs, for whom and until when it holds, and the languages it can be read in. */
export function ArticleChips({ article, text, onLanguage }: Properties) {
  const { categories } = useCategories();
  const category = categories.find((one) => one.id === article.category);
  return (
    <>
      <p class="chips">
        {category && <span class="chip">{title(category.title)}</span>}
        <span class={article.audience === 'INTERNAL' ? 'chip internal' : 'chip'} data-testid="audience">
          <Icon name={article.audience === 'INTERNAL' ? 'ban' : 'globe'} size={12} />
          {t(`audience.${article.audience}`)}
        </span>
        <Dates article={article} />
        <span class="secondary" data-testid="written">
          {written(text)}
        </span>
        <span class="secondary" data-testid="owner">
          {t('article.ownedBy', { name: ownerName(article.owner.id, [article.owner]) })}
        </span>
      </p>
      {article.texts.length > 1 && (
        <div class="chips" role="group" aria-label={t('article.languages')}>
          {article.texts.map((one) => (
            <button
              key={one.language}
              type="button"
              class="small"
              aria-pressed={one === text}
              data-testid={`language-${one.language}`}
              onClick={() => onLanguage(one.language)}
            >
              {languageName(one.language)}
            </button>
          ))}
        </div>
      )}
    </>
  );
}

function written({ at, by }: ArticleText): string {
  const on = date(at, zone.value);
  return by.name === '' ? t('article.changedAt', { date: on }) : t('article.changedBy', { date: on, name: by.name });
}

function Dates({ article }: { article: Article }) {
  const { reviewAt, expiresAt } = article;
  const state = stateOf(article, serverNow());
  const on = (instant: string) => ({ date: date(instant, zone.value) });
  return (
    <>
      {reviewAt !== undefined && state !== 'EXPIRED' && (
        <span class={state === 'REVIEW_DUE' ? 'chip due' : 'chip'}>
          {state === 'REVIEW_DUE' && <Icon name="warning" size={12} />}
          {t(state === 'REVIEW_DUE' ? 'article.reviewDue' : 'article.reviewAt', on(reviewAt))}
        </span>
      )}
      {expiresAt !== undefined && (
        <span class={state === 'EXPIRED' ? 'chip barred' : 'chip'}>
          {state === 'EXPIRED' && <Icon name="warning" size={12} />}
          {t(state === 'EXPIRED' ? 'article.expired' : 'article.expiresAt', on(expiresAt))}
        </span>
      )}
    </>
  );
}
