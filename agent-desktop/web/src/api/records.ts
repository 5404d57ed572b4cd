import type { Case, Order } from './cases.ts';
import { call } from './http.ts';
import type {
  Address,
  Channel,
  Contact,
  ContactPoint,
  Customer,
  CustomerDraft,
  HistoryPage,
  Instant,
  Named,
  Page,
} from './types.ts';

/** People, organisations, notes and timelines: what the API sends about them, and its requests. */

/** What people write of an organisation. */
export interface OrganisationDraft {
  name: string;
  parent?: string;
  address?: Address;
  language?: string;
  timeZone?: string;
  segment?: string;
  owner?: string;
  points: ContactPoint[];
  tags: string[];
}

export interface Organisation extends Omit<OrganisationDraft, 'parent' | 'owner'> {
  id: string;
  version: number;
  parent?: Named;
  owner?: Named;
  since: Instant;
  changedAt: Instant;
}

export interface Note {
  id: string;
  version: number;
  record: string;
  text: string;
  author: Named;
  writtenAt: Instant;
  changedAt: Instant;
}

export interface Found {
  customers: Customer[];
  organisations: Organisation[];
  cases: Case[];
  orders: Order[];
}

/** The two kinds of records, as they stand in addresses. */
export type RecordKind = 'customers' | 'organisations';

/** What notes are written about. */
export type NotedKind = RecordKind | 'cases';

export interface ListFilter {
  segment?: string;
  owner?: string;
  organisation?: string;
  language?: string;
  tag?: string;
  parent?: string;
}

/** Whose timeline, and what of it. */
export interface TimelineFilter {
  customer?: string;
  organisation?: string;
  agent?: string;
  channel?: Channel;
  case?: string;
  from?: Instant;
  to?: Instant;
}

interface Versioned {
  id: string;
  version: number;
}

const part = encodeURIComponent;

export const records = {
  find: (text: string) => call<Found>('GET', `/find?q=${part(text)}`),

  page: <T extends Customer | Organisation>(kind: RecordKind, filter: ListFilter, after: string | undefined) =>
    call<Page<T>>('GET', `/${kind}?${query({ ...filter, after })}`),
  read: <T extends Customer | Organisation>(kind: RecordKind, id: string) => call<T>('GET', `/${kind}/${part(id)}`),
  create: <T extends Customer | Organisation>(kind: RecordKind, draft: CustomerDraft | OrganisationDraft) =>
    call<T>('POST', `/${kind}`, draft),
  change: <T extends Customer | Organisation>(
    kind: RecordKind,
    id: string,
    version: number,
    draft: CustomerDraft | OrganisationDraft,
  ) => call<T>('PUT', `/${kind}/${part(id)}`, draft, version),

  remove: (kind: RecordKind, { id, version }: Versioned) => call('DELETE', `/${kind}/${part(id)}`, undefined, version),
  /** Everything about him, as an archive. */
  exportAddress: (id: string) => `/api/v1/customers/${part(id)}/export`,
  erase: ({ id, version }: Versioned) => call('POST', `/customers/${part(id)}/erase`, undefined, version),

  notes: (kind: NotedKind, id: string, after: string | undefined, limit?: number) =>
    call<Page<Note>>('GET', `/${kind}/${part(id)}/notes?${query({ after, limit })}`),
  writeNote: (kind: NotedKind, id: string, text: string) => call<Note>('POST', `/${kind}/${part(id)}/notes`, { text }),
  changeNote: ({ id, version }: Note, text: string) => call<Note>('PUT', `/notes/${part(id)}`, { text }, version),
  deleteNote: ({ id, version }: Note) => call('DELETE', `/notes/${part(id)}`, undefined, version),

  timeline: (filter: TimelineFilter, before: string | undefined, limit: number) =>
    call<HistoryPage>('GET', `/history?${query({ ...filter, before, limit })}`),
  /** Nobody given: the interaction is with somebody who is not known. */
  move: (interaction: string, customer: string | undefined) =>
    call<Contact>('PUT', `/interactions/${part(interaction)}/customer`, customer === undefined ? {} : { customer }),
};

/** Only what is given. */
export function query(parts: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(parts).filter(([, value]) => value !== undefined && value !== '');
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
}
