import type { Organisation, OrganisationDraft, RecordKind } from '../api/records.ts';
import type { Address, Consent, ContactPoint, Customer, CustomerDraft, Named, PointKind } from '../api/types.ts';

/** A record as it stands in a form: text is empty where nothing is known. */
export interface Form {
  name: string;
  givenName: string;
  familyName: string;
  reading: string;
  segment: string;
  language: string;
  timeZone: string;
  /** The organisation of a person; of an organisation the one it is a part of. */
  within: Named | undefined;
  owner: Named | undefined;
  /** One below the other. */
  lines: string;
  postalCode: string;
  city: string;
  region: string;
  country: string;
  points: readonly ContactPoint[];
  /** With commas between them. */
  tags: string;
  consents: readonly Consent[];
  /** Agents whom a person is not offered to. */
  neverOffered: readonly Named[];
}

export const EMPTY: Form = {
  name: '',
  givenName: '',
  familyName: '',
  reading: '',
  segment: '',
  language: '',
  timeZone: '',
  within: undefined,
  owner: undefined,
  lines: '',
  postalCode: '',
  city: '',
  region: '',
  country: '',
  points: [],
  tags: '',
  consents: [],
  neverOffered: [],
};

export type Entry = Customer | Organisation;

const ADDRESS = /^[^\s@]+@[^\s@]+$/;
const NUMBER = /^\+?[\d\s()/.-]{4,}$/;

/** A new record for what was looked for in vain: a number, a mail address, or else a name. */
export function formFor(text: string): Form {
  const wanted = text.trim();
  if (ADDRESS.test(wanted)) return { ...EMPTY, points: [pointOf('EMAIL', wanted)] };
  if (NUMBER.test(wanted)) return { ...EMPTY, points: [pointOf('PHONE', wanted)] };
  return { ...EMPTY, name: wanted };
}

export function pointOf(kind: PointKind, value = ''): ContactPoint {
  return { kind, value, label: '', primary: false, doNotContact: false };
}

export function formOf(record: Entry): Form {
  const person = 'consents' in record ? record : undefined;
  const { address } = record;
  return {
    name: record.name,
    givenName: person?.givenName ?? '',
    familyName: person?.familyName ?? '',
    reading: person?.reading ?? '',
    segment: record.segment ?? '',
    language: record.language ?? '',
    timeZone: record.timeZone ?? '',
    within: within(record),
    owner: record.owner,
    lines: (address?.lines ?? []).join('\n'),
    postalCode: address?.postalCode ?? '',
    city: address?.city ?? '',
    region: address?.region ?? '',
    country: address?.country ?? '',
    points: record.points,
    tags: record.tags.join(', '),
    consents: person?.consents ?? [],
    neverOffered: person?.neverOffered ?? [],
  };
}

/** Where a record belongs. */
export function within(record: Entry): Named | undefined {
  return 'consents' in record ? record.organisation : (record as Organisation).parent;
}

/** What the server is sent: everything, since what is left out is removed. */
export function draftOf(kind: RecordKind, form: Form): CustomerDraft | OrganisationDraft {
  const address = addressOf(form);
  const both = {
    name: form.name.trim(),
    ...given('language', form.language),
    ...given('timeZone', form.timeZone),
    ...given('segment', form.segment),
    ...given('owner', form.owner?.id),
    ...(address === undefined ? {} : { address }),
    points: [...form.points],
    tags: tagsOf(form.tags),
  };
  if (kind === 'organisations') return { ...both, ...given('parent', form.within?.id) };
  return {
    ...both,
    ...given('givenName', form.givenName),
    ...given('familyName', form.familyName),
    ...given('reading', form.reading),
    ...given('organisation', form.within?.id),
    consents: [...form.consents],
    neverOffered: form.neverOffered.map((agent) => agent.id),
  };
}

/** Each once, in the order of the text; the comma may be a Chinese one. */
export function tagsOf(text: string): string[] {
  const tags = text.split(/[,，、]/).map((tag) => tag.trim());
  return [...new Set(tags.filter((tag) => tag !== ''))];
}

function addressOf({ lines, postalCode, city, region, country }: Form): Address | undefined {
  const written = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const rest = {
    ...given('postalCode', postalCode),
    ...given('city', city),
    ...given('region', region),
    ...given('country', country),
  };
  return written.length === 0 && Object.keys(rest).length === 0 ? undefined : { lines: written, ...rest };
}

function given<K extends string>(name: K, value: string | undefined): { [key in K]?: string } {
  const text = value?.trim() ?? '';
  return text === '' ? {} : ({ [name]: text } as { [key in K]?: string });
}
