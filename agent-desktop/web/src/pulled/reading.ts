import { type PulledMail, pulled } from '../api/pulled.ts';
import type { Page } from '../api/types.ts';

/** How many are shown at first, and how many more each time. */
export const PAGE = 50;

/** The first ones of a queue or of all, in one piece however many pages that takes. */
export async function readFirst(queue: string | undefined, count: number): Promise<Page<PulledMail>> {
  const items = new Map<string, PulledMail>();
  let next: string | undefined;
  do {
    const page = await pulled.page(queue, PAGE, next);
    // What moved between two pages meanwhile stands there once.
    for (const mail of page.items) items.set(mail.id, mail);
    next = page.next;
  } while (next !== undefined && items.size < count);
  return { items: [...items.values()], ...(next === undefined ? {} : { next }) };
}

/**
 * Never twice at once: asked for while it runs, it runs once more after that. However quickly news come, each look is finished, and
 * the last one is newer than the last news.
 */
export function oneAtATime(look: () => Promise<void>): () => Promise<void> {
  let running = false;
  let asked = false;
  return async () => {
    asked = true;
    if (running) return;
    running = true;
    while (asked) {
      asked = false;
      await look();
    }
    running = false;
  };
}
