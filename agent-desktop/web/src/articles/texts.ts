import type { Article, ArticleState, ArticleText } from '../api/articles.ts';
import { language } from '../text/text.ts';

/** The text to show: in the language asked for, else in the reader's, in English, or in whichever there is. */
export function textOf(article: Article, wanted?: string): ArticleText | undefined {
  const order = [wanted, language.value, 'en'].filter((code) => code !== undefined);
  for (const code of order) {
    const text =
      article.texts.find((one) => one.language === code) ??
      article.texts.find((one) => primary(one.language) === primary(code));
    if (text) return text;
  }
  return article.texts[0];
}

/** By its dates; `now` in milliseconds. */
export function stateOf({ reviewAt, expiresAt }: Article, now: number): ArticleState {
  if (expiresAt !== undefined && Date.parse(expiresAt) <= now) return 'EXPIRED';
  return reviewAt !== undefined && Date.parse(reviewAt) <= now ? 'REVIEW_DUE' : 'CURRENT';
}

const primary = (code: string): string => code.split('-')[0] ?? code;
