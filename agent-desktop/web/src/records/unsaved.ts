import { session } from '../app/session.ts';

/** What was written into a form and not saved: a call may come in between, and takes the middle of the desktop. */
export interface Unsaved<F> {
  /** As the record was read. */
  read: F;
  version: number;
  form: F;
}

const kept = new Map<string, Unsaved<unknown>>();

/** @typeParam F the form of what has this id */
export function unsavedOf<F>(id: string): Unsaved<F> | undefined {
  return kept.get(place(id)) as Unsaved<F> | undefined;
}

export function keepUnsaved<F>(id: string, unsaved: Unsaved<F>): void {
  kept.set(place(id), unsaved);
}

export function forgetUnsaved(id: string): void {
  kept.delete(place(id));
}

/** Somebody else may sign in on this page. */
function place(id: string): string {
  return `${session.peek()?.agent.id ?? ''} ${id}`;
}
