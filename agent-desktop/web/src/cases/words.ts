import type { Case, CaseCategory, CaseType, CaseTypeState } from '../api/cases.ts';
import { session } from '../app/session.ts';
import { title } from '../text/text.ts';

/** What the configuration calls types, states, categories and teams. What is no longer configured is called by its id. */

export const typeOf = (id: string): CaseType | undefined => session.value?.caseTypes.find((one) => one.id === id);

export const typeTitle = (id: string): string => title(typeOf(id)?.title, id);

export const teamTitle = (id: string): string => title(session.value?.teams.find((one) => one.id === id)?.title, id);

export function stateTitle({ type, state }: Pick<Case, 'type' | 'state'>): string {
  return title(typeOf(type)?.states.find((one) => one.id === state)?.title, state);
}

/** The states that a case can be moved into, as its lifecycle has them. */
export function nextStates({ type, state }: Pick<Case, 'type' | 'state'>): CaseTypeState[] {
  const states = typeOf(type)?.states ?? [];
  const next = states.find((one) => one.id === state)?.next ?? [];
  return next.flatMap((id) => states.filter((one) => one.id === id));
}

/** From the root of the tree: `Network › Router`. */
export function categoryPath(id: string, all: readonly CaseCategory[] = session.value?.caseCategories ?? []): string {
  const path: string[] = [];
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !seen.has(at); ) {
    seen.add(at);
    const found: CaseCategory | undefined = all.find((one) => one.id === at);
    path.unshift(title(found?.title, at));
    at = found?.parent;
  }
  return path.join(' › ');
}

interface Choice {
  value: string;
  label: string;
}

/** @param present stays a choice also where it is no longer configured */
export function categoryChoices(present: string): Choice[] {
  const all = session.value?.caseCategories ?? [];
  const known = all.map((one) => ({ value: one.id, label: categoryPath(one.id, all) }));
  return withPresent(
    known.sort((one, other) => one.label.localeCompare(other.label)),
    present,
  );
}

export function typeChoices(present: string): Choice[] {
  const known = (session.value?.caseTypes ?? []).map((one) => ({ value: one.id, label: title(one.title, one.id) }));
  return withPresent(known, present);
}

export function teamChoices(present: string): Choice[] {
  const known = (session.value?.teams ?? []).map((one) => ({ value: one.id, label: title(one.title, one.id) }));
  return withPresent(known, present);
}

function withPresent(known: Choice[], present: string): Choice[] {
  const missing = present !== '' && !known.some((one) => one.value === present);
  return missing ? [...known, { value: present, label: present }] : known;
}
