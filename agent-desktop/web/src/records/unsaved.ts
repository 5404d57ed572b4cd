import { session } from '../app/session.ts';
import type { Form } from './form.ts';

/** What was written into a form and not saved: a call may come in between, and takes the middle of the desktop. */
export interface Unsaved {
  /** As the record was read. */
  read: Form;
  version: number;
  form: Form;
}

const kept = new Map<string, Unsaved>();

export function unsavedOf(id: string): Unsaved | undefined {
  return kept.get(place(id));
}

export function keepUnsaved(id: string, unsaved: Unsaved): void {
  kept.set(place(id), unsaved);
}

export function forgetUnsaved(id: string): void {
  kept.delete(place(id));
}

/** Somebody else may sign in on this page. */
function place(id: string): string {
  return `${session.peek()?.agent.id ?? ''} ${id}`;
}
