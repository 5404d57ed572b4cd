import type { Article, ArticleDraft, ArticleText, TextDraft } from '../api/articles.ts';

/** An article as it is, to be changed. */
export function draftOf({ category, audience, owner, reviewAt, expiresAt, texts }: Article): ArticleDraft {
  return {
    category,
    audience,
    owner: owner.id,
    ...(reviewAt === undefined ? {} : { reviewAt }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    texts: texts.map(textDraft),
  };
}

/** The article with what one of its texts said before. */
export function withText(article: Article, former: ArticleText): ArticleDraft {
  const { texts, ...rest } = draftOf(article);
  return { ...rest, texts: [...texts.filter((one) => one.language !== former.language), textDraft(former)] };
}

function textDraft({ language, title, summary, body }: ArticleText): TextDraft {
  return { language, title, summary, body: body ?? '' };
}
