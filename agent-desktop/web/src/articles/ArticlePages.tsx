import '../look/records.css';
import '../look/articles.css';
import { view } from '../desktop/views.ts';
import { Later } from '../parts/Later.tsx';
import { ArticleList } from './ArticleList.tsx';
import { ArticlePage } from './ArticlePage.tsx';

const loadEditor = () => import('./EditorPage.tsx').then((module) => module.EditorPage);
const loadTend = () => import('./TendPage.tsx').then((module) => module.TendPage);

/** The pages of the knowledge base; fetched when the first one is shown, what only writers need when they do. */
export function ArticlePages() {
  const shown = view.value;
  if (shown.is !== 'articles') return null;
  switch (shown.page) {
    case 'list':
      return <ArticleList />;
    case 'one':
      return <ArticlePage key={shown.id} id={shown.id} />;
    case 'new':
    case 'edit':
      return <Later load={loadEditor} />;
    case 'tend':
      return <Later load={loadTend} />;
  }
}
