import { useEffect, useRef } from 'preact/hooks';
import type { Article, ArticleText } from '../api/articles.ts';
import { follow } from '../app/route.ts';
import { addresses } from '../desktop/views.ts';
import { useKeys } from '../keys/keys.ts';
import { Kbd } from '../parts/Kbd.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { t } from '../text/text.ts';
import { ArticleBody } from './ArticleBody.tsx';
import { ArticleChips } from './ArticleChips.tsx';
import { CopyButtons } from './CopyButtons.tsx';
import { Judge } from './Judge.tsx';
import { closeReading, type Reading, readBeside, reading, returnFocus } from './reading.ts';
import { textOf } from './texts.ts';
import { useArticle } from './useArticle.ts';
import { noteUse } from './uses.ts';

/** An article beside the contact, which goes on in the middle. */
export function Reader() {
  const now = reading.value;
  return now === undefined ? null : <Shown key={now.article} now={now} />;
}

function Shown({ now }: { now: Reading }) {
  const { article, problem, again } = useArticle(now.article);
  const close = useRef<HTMLButtonElement>(null);
  useKeys([{ key: 'Escape', inText: true, run: closeReading }]);
  useEffect(() => {
    close.current?.focus();
    noteUse(now.article, 'OPENED', now.interaction);
    return returnFocus;
  }, []);
  const text = article && textOf(article, now.language);
  return (
    <section class="reader" aria-label={t('article.reading')} data-testid="reader">
      <header class="reader-head">
        <h2>{text?.title ?? t('article.reading')}</h2>
        <button ref={close} type="button" class="small" data-testid="reader-close" onClick={closeReading}>
          {t('action.close')}
          <Kbd>Esc</Kbd>
        </button>
      </header>
      {problem !== undefined && <Refusal text={problem} again={again} />}
      {article === undefined && problem === undefined && <Skeleton lines={6} />}
      {article && text && <Whole article={article} text={text} now={now} />}
    </section>
  );
}

function Whole({ article, text, now }: { article: Article; text: ArticleText; now: Reading }) {
  const body = useRef<HTMLDivElement>(null);
  const { interaction } = now;
  return (
    <>
      <ArticleChips
        article={article}
        text={text}
        onLanguage={(language) => readBeside({ interaction, article: article.id, language })}
      />
      {text.summary !== '' && (
        <p class="article-summary" lang={text.language}>
          {text.summary}
        </p>
      )}
      <ArticleBody html={text.html ?? ''} lang={text.language} body={body} />
      <Judge article={article.id} interaction={interaction} />
      <div class="chips">
        <CopyButtons article={article} text={text} body={body} interaction={interaction} />
        <a class="button small" href={addresses.article(article.id, text.language)} onClick={follow}>
          {t('articles.readMore')}
        </a>
      </div>
    </>
  );
}
