import { signal } from '@preact/signals';
import { attempt, tellUndoable, UNDO_MS } from '../app/toasts.ts';

/** What is on its way out: hidden at once, removed when it can no longer be taken back. */
export const removing = signal<ReadonlySet<string>>(new Set());

/**
 * Removes something after the time for taking it back. Whoever closes the page before that keeps it: of two mistakes the one that
 * loses nothing.
 *
 * @param words what is told meanwhile
 */
export function removeSoon(id: string, words: string, remove: () => Promise<unknown>): void {
  removing.value = new Set([...removing.peek(), id]);
  const timer = setTimeout(async () => {
    // A refusal brings it back, with the server's words.
    if (!(await attempt(remove))) restore(id);
  }, UNDO_MS);
  tellUndoable(words, () => {
    clearTimeout(timer);
    restore(id);
  });
}

function restore(id: string): void {
  removing.value = new Set([...removing.peek()].filter((one) => one !== id));
}
