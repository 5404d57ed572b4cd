import { call } from './http.ts';
import type { Contact, Instant, Named, Page, Titled } from './types.ts';

/** Cases, products and orders: what the API sends about them, and its requests. Lengths of time are milliseconds. */

export type StateKind = 'NEW' | 'OPEN' | 'WAITING_FOR_CUSTOMER' | 'SOLVED' | 'CLOSED';
export type Priority = 'LOW' | 'NORMAL' | 'HIGH' | 'URGENT';
export type ClockName = 'firstAnswer' | 'nextAnswer' | 'solution';

/** A case as it is suggested for an interaction. */
export type SuggestedCase = Pick<Case, 'id' | 'number' | 'subject' | 'stateKind'>;

/** One promise: it runs until `due`, or stands still with `left` of its working time (negative: was overdue). */
export interface CaseClock {
  promised: number;
  due?: Instant;
  left?: number;
}

/** An answer that had been promised; `left` is negative when it came too late. */
export interface CaseAnswer {
  at: Instant;
  promised: number;
  left: number;
}

/** What people write of a case. */
export interface CaseDraft {
  type: string;
  category?: string;
  priority: Priority;
  subject: string;
  description: string;
  customer?: string;
  organisation?: string;
  owner?: string;
  team?: string;
  product?: string;
  cause?: string;
  remedy?: string;
}

export interface Case extends Omit<CaseDraft, 'customer' | 'organisation' | 'owner' | 'product'> {
  id: string;
  version: number;
  /** For people, as `C-2026-000123`. */
  number: string;
  state: string;
  stateKind: StateKind;
  stateSince: Instant;
  customer?: Named;
  organisation?: Named;
  owner?: Named;
  product?: Named;
  clocks: { [clock in ClockName]?: CaseClock } & { firstGiven?: CaseAnswer; nextGiven?: CaseAnswer };
  /** Of the clock that runs out first. */
  due?: Instant;
  /** From then on nearly overdue. */
  dueSoon?: Instant;
  openedAt: Instant;
  answeredAt?: Instant;
  solvedAt?: Instant;
  closedAt?: Instant;
  changedAt: Instant;
  /** The case in which it goes on; the name is its number. */
  mergedInto?: Named;
}

export interface CaseTypeState extends Titled {
  kind: StateKind;
  /** The states that it can be moved into. */
  next: string[];
}

export interface CaseType extends Titled {
  /** Has a cause, a product and a remedy before it is solved. */
  complaint: boolean;
  states: CaseTypeState[];
  team?: string;
}

export interface CaseCategory extends Titled {
  parent?: string;
}

/** Cases that are not solved; `open` counts those that are due too. */
export interface CaseCount {
  open: number;
  nearlyOverdue: number;
  overdue: number;
}

export type RelationKind = 'RELATED' | 'MERGED_INTO' | 'MERGED_FROM' | 'SPLIT_FROM' | 'SPLIT_INTO';

export interface CaseRelation {
  kind: RelationKind;
  id: string;
  number: string;
  subject: string;
  stateKind: StateKind;
}

export interface Product {
  id: string;
  version: number;
  number: string;
  title: string;
  active: boolean;
  changedAt: Instant;
}

export interface OrderLine {
  product: string;
  title: string;
  quantity: number;
  /** In the smallest unit of the currency. */
  priceMinor: number;
  currency: string;
  status: string;
}

export interface Order {
  id: string;
  version: number;
  number: string;
  kind: 'ORDER' | 'CONTRACT';
  customer: Named;
  status: string;
  statusKind: 'OPEN' | 'IN_PROGRESS' | 'DONE' | 'CANCELLED';
  placedAt: Instant;
  expectedAt?: Instant;
  endsAt?: Instant;
  changedAt: Instant;
  lines: OrderLine[];
}

/** What the server lists; absent is everything. */
export interface CaseQuery {
  mine?: 'true';
  owner?: string;
  unassigned?: 'true';
  team?: string;
  type?: string;
  category?: string;
  kinds?: string;
  priority?: string;
  customer?: string;
  organisation?: string;
  overdue?: 'true';
  dueSoon?: 'true';
}

export const PRIORITIES: readonly Priority[] = ['LOW', 'NORMAL', 'HIGH', 'URGENT'];
export const OPEN_KINDS: readonly StateKind[] = ['NEW', 'OPEN', 'WAITING_FOR_CUSTOMER'];
export const DONE_KINDS: readonly StateKind[] = ['SOLVED', 'CLOSED'];

const PRODUCTS_MAX = 200;
const part = encodeURIComponent;

export const cases = {
  page: (query: CaseQuery, after: string | undefined, limit?: number) =>
    call<Page<Case>>('GET', `/cases?${words({ ...query, after, limit })}`),
  read: (id: string) => call<Case>('GET', `/cases/${part(id)}`),
  open: (draft: CaseDraft) => call<Case>('POST', '/cases', draft),
  change: ({ id, version }: Versioned, draft: CaseDraft) => call<Case>('PUT', `/cases/${part(id)}`, draft, version),
  remove: ({ id, version }: Versioned) => call('DELETE', `/cases/${part(id)}`, undefined, version),

  move: ({ id, version }: Versioned, state: string) =>
    call<Case>('PUT', `/cases/${part(id)}/state`, { state }, version),
  assign: ({ id, version }: Versioned, owner: string | undefined) =>
    call<Case>('PUT', `/cases/${part(id)}/owner`, owner === undefined ? {} : { owner }, version),
  answered: (id: string) => call<Case>('POST', `/cases/${part(id)}/answers`),

  merge: ({ id, version }: Versioned, into: string) =>
    call<Case>('POST', `/cases/${part(id)}/merge`, { into }, version),
  split: ({ id, version }: Versioned, subject: string, interactions: readonly string[]) =>
    call<Case>('POST', `/cases/${part(id)}/split`, { subject, interactions }, version),
  relations: async (id: string) => (await call<Page<CaseRelation>>('GET', `/cases/${part(id)}/relations`)).items,
  relate: (id: string, other: string) => call('PUT', `/cases/${part(id)}/relations/${part(other)}`),
  unrelate: (id: string, other: string) => call('DELETE', `/cases/${part(id)}/relations/${part(other)}`),
  interactions: async (id: string) => (await call<Page<Contact>>('GET', `/cases/${part(id)}/interactions`)).items,

  /** The case that an interaction belongs to, if any. */
  of: (interaction: string) => call<Case | undefined>('GET', `/interactions/${part(interaction)}/case`),
  attach: (interaction: string, to: string | undefined) =>
    call<Case | undefined>(
      'PUT',
      `/interactions/${part(interaction)}/case`,
      to === undefined ? {} : { serviceCase: to },
    ),

  colleagues: async () => (await call<{ items: Named[] }>('GET', '/agents')).items,
  products: async () => (await call<Page<Product>>('GET', `/products?limit=${PRODUCTS_MAX}`)).items,
  orders: (customer: string, after: string | undefined, limit?: number) =>
    call<Page<Order>>('GET', `/orders?${words({ customer, after, limit })}`),
};

type Versioned = Pick<Case, 'id' | 'version'>;

function words(parts: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(parts).filter(([, value]) => value !== undefined && value !== '');
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
}
