import { session } from '../app/session.ts';
import type { ArticleForm } from './form.ts';

/** What was written and not saved: a call may come in between, or the page be loaded anew. Kept in this tab. */
export interface Unsaved {
  /** As the article was read. */
  read: ArticleForm;
  version: number;
  form: ArticleForm;
}

export function unsavedOf(id: string): Unsaved | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(place(id)) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepUnsaved(id: string, unsaved: Unsaved): void {
  try {
    sessionStorage.setItem(place(id), JSON.stringify(unsaved));
  } catch {
    // Storage is full or forbidden: then it holds until the page is left.
  }
}

export function forgetUnsaved(id: string): void {
  try {
    sessionStorage.removeItem(place(id));
  } catch {
    // Nothing was kept either.
  }
}

/** Somebody else may sign in on this page. */
function place(id: string): string {
  return `ahoy.article.${session.peek()?.agent.id ?? ''}.${id}`;
}
