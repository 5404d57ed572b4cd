import type { ReadyText } from '../api/mail.ts';

const SHORTCUT = /(?:^|\s)(\/[^\s/]{0,40})$/;

/** The `/word` that ends before the cursor and begins a word; an address or a date has its strokes within one. */
export function shortcutAt(before: string): string | undefined {
  return SHORTCUT.exec(before)?.[1];
}

/** Those whose name begins with what was typed, then those that have it anywhere in their name or title. */
export function matching(canned: readonly ReadyText[], shortcut: string): ReadyText[] {
  const asked = shortcut.slice(1).toLowerCase();
  const begins = (one: ReadyText) => one.id.toLowerCase().startsWith(asked);
  const has = ({ id, title }: ReadyText) => [id, title.en, title.zh].some((name) => name.toLowerCase().includes(asked));
  return [...canned.filter(begins), ...canned.filter((one) => !begins(one) && has(one))];
}
