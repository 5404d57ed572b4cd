import type { RefObject } from 'preact';
import type { Article, ArticleText } from '../api/articles.ts';
import { Icon } from '../parts/Icon.tsx';
import { t } from '../text/text.ts';
import { copyLink, copyText } from './uses.ts';

interface Properties {
  article: Article;
  text: ArticleText;
  /** Where the text is shown. */
  body: RefObject<HTMLDivElement | null>;
  interaction: string | undefined;
}

/** Takes an article into an answer: its text, or where it stands. */
export function CopyButtons({ article, text, body, interaction }: Properties) {
  return (
    <>
      <button
        type="button"
        class="small"
        data-testid="copy-text"
        onClick={() => void copyText(article, text, body.current?.innerText ?? '', interaction)}
      >
        <Icon name="copy" />
        {t('article.copyText')}
      </button>
      <button
        type="button"
        class="small"
        data-testid="copy-link"
        onClick={() => void copyLink(article, text, interaction)}
      >
        <Icon name="link" />
        {t('article.copyLink')}
      </button>
    </>
  );
}
