import type { Form } from './form.ts';

export type Field = keyof Form;
/** The sides chosen, by field. */
export type Choices<F> = Partial<Record<keyof F & string, Side>>;
export type Side = 'mine' | 'theirs';

/** A field in which two versions of a record are not the same, and who changed it since both were. */
export interface Difference<F> {
  field: keyof F & string;
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
  'neverOffered',
];

/** What differs between my version and the present one, which both were made from the version that I had read. */
export function differences<F>(fields: readonly (keyof F & string)[], read: F, mine: F, theirs: F): Difference<F>[] {
  return fields
    .filter((field) => !same(mine, theirs, field))
    .map((field) => {
      if (same(read, theirs, field)) return { field, by: 'me' };
      return { field, by: same(read, mine, field) ? 'them' : 'both' };
    });
}

/** What only one side has changed is clear; the rest is for a person to say. */
export function clearChoices<F>(found: readonly Difference<F>[]): Choices<F> {
  const clear = found.filter(({ by }) => by !== 'both');
  return Object.fromEntries(clear.map(({ field, by }) => [field, by === 'me' ? 'mine' : 'theirs'])) as Choices<F>;
}

export function merge<F extends object>(mine: F, theirs: F, chosen: Choices<F>): F {
  const fields = Object.keys(chosen) as (keyof F & string)[];
  const kept = fields.filter((field) => chosen[field] === 'mine').map((field) => [field, mine[field]]);
  return { ...theirs, ...Object.fromEntries(kept) };
}

function same<F>(one: F, other: F, field: keyof F): boolean {
  return JSON.stringify(one[field]) === JSON.stringify(other[field]);
}
