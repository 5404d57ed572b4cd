import { signal } from '@preact/signals';
import { session } from '../app/session.ts';
import type { RuleForm } from './form.ts';

/** Rules that were written and not saved: a mail may come in between, or the page be loaded anew. Kept in this tab. */
export interface Unsaved {
  /** As the rule was read. */
  read: RuleForm;
  /** None: it is a new one. */
  version?: number;
  form: RuleForm;
}

const PLACE = 'ahoy.rules';

const kept = signal<Readonly<Record<string, Unsaved>>>(stored());

export function unsavedOf(id: string): Unsaved | undefined {
  return kept.value[keyOf(id)];
}

/** By id; a new one by the name of its page. */
export function unsavedForms(): ReadonlyMap<string, RuleForm> {
  const own = keyOf('');
  return new Map(
    Object.entries(kept.value)
      .filter(([key]) => key.startsWith(own))
      .map(([key, { form }]) => [key.slice(own.length), form]),
  );
}

export function keepUnsaved(id: string, unsaved: Unsaved): void {
  put({ ...kept.peek(), [keyOf(id)]: unsaved });
}

export function forgetUnsaved(id: string): void {
  const { [keyOf(id)]: _, ...others } = kept.peek();
  put(others);
}

/** Somebody else may sign in on this page. */
function keyOf(id: string): string {
  return `${session.peek()?.agent.id ?? ''}/${id}`;
}

function put(all: Readonly<Record<string, Unsaved>>): void {
  kept.value = all;
  try {
    sessionStorage.setItem(PLACE, JSON.stringify(all));
  } catch {
    // Storage is full or forbidden: then it holds until the page is loaded anew.
  }
}

function stored(): Readonly<Record<string, Unsaved>> {
  try {
    return JSON.parse(sessionStorage.getItem(PLACE) ?? '{}') ?? {};
  } catch {
    return {};
  }
}
