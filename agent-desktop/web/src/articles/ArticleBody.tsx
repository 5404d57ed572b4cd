import type { Ref } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { follow } from '../app/route.ts';

interface Properties {
  /** As the server made it. */
  html: string;
  lang: string;
  body?: Ref<HTMLDivElement>;
}

/**
 * The only place where HTML enters a page. It is the server's own, made from Markdown and passed through its sanitiser; the page's
 * policy, which runs no script that stands in a page, is the second lock.
 */
export function ArticleBody({ html, lang, body }: Properties) {
  const own = useRef<HTMLDivElement>(null);
  const element = (body as typeof own | undefined) ?? own;
  useEffect(() => {
    // Whoever follows a link must not leave the call that this page carries.
    for (const link of element.current?.querySelectorAll('a') ?? []) {
      if (isArticle(link)) link.addEventListener('click', follow);
      else link.target = '_blank';
    }
  }, [html]);
  return (
    <div
      ref={element}
      class="article-body"
      lang={lang}
      data-testid="article-body"
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}

/** Another article opens in its place, as everywhere in the app. */
function isArticle(link: HTMLAnchorElement): boolean {
  return link.origin === window.location.origin && link.pathname.startsWith('/articles/');
}
