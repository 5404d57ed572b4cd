import { useEffect, useState } from 'preact/hooks';
import { type Article, articles } from '../api/articles.ts';
import { wordsFor } from '../app/toasts.ts';

export interface ArticleRead {
  article: Article | undefined;
  problem: string | undefined;
  again: () => void;
  put: (article: Article) => void;
}

/** An article, read anew when another one is asked for. */
export function useArticle(id: string): ArticleRead {
  const [article, setArticle] = useState<Article>();
  const [problem, setProblem] = useState<string>();
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let here = true;
    setProblem(undefined);
    articles.read(id).then(
      (found) => here && setArticle(found),
      (error) => here && setProblem(wordsFor(error)),
    );
    return () => {
      here = false;
    };
  }, [id, asked]);
  return {
    article: article?.id === id ? article : undefined,
    problem,
    again: () => setAsked(asked + 1),
    put: setArticle,
  };
}
