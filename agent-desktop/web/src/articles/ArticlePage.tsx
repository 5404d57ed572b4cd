import { useEffect, useRef } from 'preact/hooks';
import { type Article, type ArticleText, articles } from '../api/articles.ts';
import { follow, go, goInstead, query } from '../app/route.ts';
import { may } from '../app/session.ts';
import { addresses, show } from '../desktop/views.ts';
import { live } from '../feed/picture.ts';
import { useKeys } from '../keys/keys.ts';
import { Icon } from '../parts/Icon.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { removeSoon, removing } from '../records/removal.ts';
import { t } from '../text/text.ts';
import { ArticleBody } from './ArticleBody.tsx';
import { ArticleChips } from './ArticleChips.tsx';
import { CopyButtons } from './CopyButtons.tsx';
import { FileList } from './FileList.tsx';
import { Judge } from './Judge.tsx';
import { textOf } from './texts.ts';
import { useArticle } from './useArticle.ts';
import { noteUse } from './uses.ts';
import { Versions } from './Versions.tsx';

/** One article: to read, with its files and all that it ever said. */
export function ArticlePage({ id }: { id: string }) {
  const { article, problem, again, put } = useArticle(id);
  useEffect(() => noteUse(id, 'OPENED', live.peek()?.id), [id]);
  const mayChange = may('article.change');
  useKeys([
    {
      key: 'e',
      shift: false,
      when: () => mayChange && article !== undefined,
      run: () => go(addresses.editArticle(id)),
    },
  ]);
  const text = article && textOf(article, query.value.get('language') ?? undefined);
  return (
    <div class="record-page" data-testid="article-page">
      <a class="back" href={addresses.articles} onClick={follow}>
        <Icon name="back" />
        {t('articles.title')}
      </a>
      {problem !== undefined && <Refusal text={problem} again={again} />}
      {article === undefined && problem === undefined && <Skeleton lines={8} />}
      {article && removing.value.has(id) && <p role="status">{t('article.gone')}</p>}
      {article && text && !removing.value.has(id) && (
        <>
          <Whole article={article} text={text} />
          <FileList article={article} onChanged={put} />
          <Versions key={`${text.language} ${article.version}`} article={article} text={text} onChanged={put} />
        </>
      )}
    </div>
  );
}

function Whole({ article, text }: { article: Article; text: ArticleText }) {
  const body = useRef<HTMLDivElement>(null);
  const interaction = live.value?.id;
  const remove = () => {
    removeSoon(article.id, t('article.deleted', { title: text.title }), () => articles.remove(article));
    show.articles();
  };
  return (
    <article class="card record">
      <header class="record-head">
        <h1 lang={text.language} data-testid="article-title">
          {text.title}
        </h1>
        {may('article.change') && (
          <a class="button" href={addresses.editArticle(article.id)} onClick={follow} data-testid="edit">
            <Icon name="pencil" />
            {t('action.edit')}
            <Kbd>E</Kbd>
          </a>
        )}
        {may('article.delete') && (
          <button type="button" class="danger" data-testid="delete" onClick={remove}>
            <Icon name="bin" />
            {t('article.delete')}
          </button>
        )}
      </header>
      <ArticleChips
        article={article}
        text={text}
        onLanguage={(language) => goInstead(addresses.article(article.id, language))}
      />
      {text.summary !== '' && (
        <p class="article-summary" lang={text.language}>
          {text.summary}
        </p>
      )}
      {text.html ? (
        <ArticleBody html={text.html} lang={text.language} body={body} />
      ) : (
        <p class="secondary">{t('article.empty')}</p>
      )}
      <footer class="chips">
        <Judge article={article.id} interaction={interaction} />
        <CopyButtons article={article} text={text} body={body} interaction={interaction} />
      </footer>
    </article>
  );
}
