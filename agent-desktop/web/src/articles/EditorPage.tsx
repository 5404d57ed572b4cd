import { follow, query } from '../app/route.ts';
import { may } from '../app/session.ts';
import { addresses, view } from '../desktop/views.ts';
import { Icon } from '../parts/Icon.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { t } from '../text/text.ts';
import { ArticleEditor } from './ArticleEditor.tsx';
import { useArticle } from './useArticle.ts';

/** Writes a new article, or one that there is. */
export function EditorPage() {
  const shown = view.value;
  if (shown.is !== 'articles') return null;
  const id = 'id' in shown ? shown.id : undefined;
  const allowed = may(id === undefined ? 'article.create' : 'article.change');
  return (
    <div class="record-page editor-page">
      <a class="back" href={id === undefined ? addresses.articles : addresses.article(id)} onClick={follow}>
        <Icon name="back" />
        {t('articles.title')}
      </a>
      {!allowed && <Refusal text={t('tend.notAllowed')} />}
      {allowed && id === undefined && <ArticleEditor title={query.value.get('title') ?? ''} />}
      {allowed && id !== undefined && <Present key={id} id={id} />}
    </div>
  );
}

function Present({ id }: { id: string }) {
  const { article, problem, again, put } = useArticle(id);
  if (problem !== undefined) return <Refusal text={problem} again={again} />;
  return article === undefined ? <Skeleton lines={8} /> : <ArticleEditor article={article} onFiles={put} />;
}
