import type { Form } from './form.ts';

export type Field = keyof Form;
export type Side = 'mine' | 'theirs';

/** A field in which two versions of a record are not the same, and who changed it since both were. */
export interface Difference {
  field: Field;
  by: 'me' | 'them' | 'both';
}

/** The order in which fields are compared and shown. */
export const FIELDS: readonly Field[] = [
  'name',
  'givenName',
  'familyName',
  'reading',
  'segment',
  'within',
  'owner',
  'language',
  'timeZone',
  'lines',
  'postalCode',
  'city',
  'region',
  'country',
  'points',
  'tags',
  'consents',
];

/** What differs between my version and the present one, which both were made from the version that I had read. */
export function differences(read: Form, mine: Form, theirs: Form): Difference[] {
  return FIELDS.filter((field) => !same(mine, theirs, field)).map((field) => {
    if (same(read, theirs, field)) return { field, by: 'me' };
    return { field, by: same(read, mine, field) ? 'them' : 'both' };
  });
}

/** What only one side has changed is clear; the rest is for a person to say. */
export function clearChoices(found: readonly Difference[]): Partial<Record<Field, Side>> {
  const clear = found.filter(({ by }) => by !== 'both');
  return Object.fromEntries(clear.map(({ field, by }) => [field, by === 'me' ? 'mine' : 'theirs']));
}

export function merge(mine: Form, theirs: Form, chosen: Partial<Record<Field, Side>>): Form {
  const kept = FIELDS.filter((field) => chosen[field] === 'mine').map((field) => [field, mine[field]]);
  return { ...theirs, ...Object.fromEntries(kept) };
}

function same(one: Form, other: Form, field: Field): boolean {
  return JSON.stringify(one[field]) === JSON.stringify(other[field]);
}
