import { type Article, type ArticleText, articles, type UseKind } from '../api/articles.ts';
import { attempt, tell, tellUndoable, UNDO_MS } from '../app/toasts.ts';
import { addresses } from '../desktop/views.ts';
import type { OpenEditor } from '../mail/insert.ts';
import { t } from '../text/text.ts';

/** What a reader does with an article; told to the server for suggestions and for those who write. */

/** Reading goes on whether it is noted or not. */
export function noteUse(article: string, kind: UseKind, interaction?: string): void {
  articles.used(article, kind, interaction).catch(() => undefined);
}

/**
 * Judges it. The server keeps each judgement for good, so it is told only when it can no longer be taken back.
 *
 * @param takenBack the page then shows no judgement
 */
export function judge(
  article: string,
  kind: 'HELPFUL' | 'NOT_HELPFUL',
  interaction: string | undefined,
  takenBack: () => void,
) {
  const timer = setTimeout(() => void attempt(() => articles.used(article, kind, interaction)), UNDO_MS);
  tellUndoable(t(`article.judged.${kind}`), () => {
    clearTimeout(timer);
    takenBack();
  });
}

export async function copyLink(article: Article, text: ArticleText, interaction?: string): Promise<void> {
  const link = new URL(addresses.article(article.id, text.language), window.location.href).href;
  if (!(await copied(link))) return;
  tell(t('article.linkCopied'));
  noteUse(article.id, 'LINKED', interaction);
}

/** @param shown the words as they are read, without marks of Markdown */
export async function copyText(
  article: Article,
  text: ArticleText,
  shown: string,
  interaction?: string,
): Promise<void> {
  if (!(await copied(`${text.title}\n\n${shown}`.trim()))) return;
  tell(t('article.textCopied'));
  noteUse(article.id, 'INSERTED', interaction);
}

/** Puts it into the answer that is open beside it, where the cursor is. */
export function insertText(article: Article, shown: string, editor: OpenEditor): void {
  editor.insert(`${shown.trim()}\n`);
  noteUse(article.id, 'INSERTED', editor.interaction);
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    tell(t('article.copyRefused'), 'error');
    return false;
  }
}
