import type { RefObject } from 'preact';
import type { Article, ArticleText } from '../api/articles.ts';
import { openEditor } from '../mail/insert.ts';
import { Icon } from '../parts/Icon.tsx';
import { t } from '../text/text.ts';
import { copyLink, copyText, insertText } from './uses.ts';

interface Properties {
  article: Article;
  text: ArticleText;
  /** Where the text is shown. */
  body: RefObject<HTMLDivElement | null>;
  interaction: string | undefined;
}

/** Takes an article into an answer: its text, or where it stands. */
export function CopyButtons({ article, text, body, interaction }: Properties) {
  const editor = openEditor.value?.interaction === interaction ? openEditor.value : undefined;
  return (
    <>
      {editor && (
        <button
          type="button"
          class="small primary"
          data-testid="insert-text"
          onClick={() => insertText(article, body.current?.innerText ?? '', editor)}
        >
          <Icon name="pencil" />
          {t('article.insertText')}
        </button>
      )}
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
