import type { ListFilter } from '../api/records.ts';
import { listOf } from './listShape.ts';

export type Column =
  | 'segment'
  | 'within'
  | 'owner'
  | 'language'
  | 'reachedAt'
  | 'tags'
  | 'city'
  | 'since'
  | 'changedAt';

/** Lists of people and of organisations. */
export const recordLists = listOf<ListFilter, Column>({
  columns: ['segment', 'within', 'owner', 'language', 'reachedAt', 'tags', 'city', 'since', 'changedAt'],
  firstColumns: ['segment', 'within', 'owner', 'reachedAt'],
  filters: ['segment', 'owner', 'organisation', 'language', 'tag', 'parent'],
});
