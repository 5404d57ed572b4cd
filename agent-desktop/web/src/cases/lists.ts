import { type CaseQuery, DONE_KINDS, OPEN_KINDS } from '../api/cases.ts';
import { listOf } from '../records/listShape.ts';

/** The list of cases: what it shows and what it is filtered by, as that stands in the address. */

export type CaseColumn =
  | 'subject'
  | 'customer'
  | 'type'
  | 'category'
  | 'state'
  | 'priority'
  | 'owner'
  | 'team'
  | 'due'
  | 'openedAt'
  | 'changedAt';

export interface CaseFilter {
  state?: 'open' | 'done';
  type?: string;
  category?: string;
  priority?: string;
  /** `mine`, `nobody`, or an agent. */
  owner?: string;
  team?: string;
  due?: 'overdue' | 'soon';
  customer?: string;
}

export const MINE = 'mine';
export const NOBODY = 'nobody';

export const caseLists = listOf<CaseFilter, CaseColumn>({
  columns: [
    'subject',
    'customer',
    'type',
    'category',
    'state',
    'priority',
    'owner',
    'team',
    'due',
    'openedAt',
    'changedAt',
  ],
  firstColumns: ['subject', 'customer', 'state', 'priority', 'owner', 'due'],
  filters: ['state', 'type', 'category', 'priority', 'owner', 'team', 'due', 'customer'],
});

/** What the server is asked for. */
export function queryFor(filter: CaseFilter): CaseQuery {
  const { state, owner, due, ...same } = filter;
  return {
    ...same,
    ...(state === 'open' ? { kinds: OPEN_KINDS.join() } : {}),
    ...(state === 'done' ? { kinds: DONE_KINDS.join() } : {}),
    ...(owner === MINE ? { mine: 'true' } : owner === NOBODY ? { unassigned: 'true' } : owner ? { owner } : {}),
    ...(due === 'overdue' ? { overdue: 'true' } : due === 'soon' ? { dueSoon: 'true' } : {}),
  };
}
