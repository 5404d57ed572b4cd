import type { CaseCount } from '../api/cases.ts';
import type { Board, QueueRow, SeatRow } from '../api/types.ts';
import { oldestMs } from './trouble.ts';

export interface Totals {
  waiting: number;
  oldestMs: number;
  answered: number;
  abandoned: number;
  offered: number;
  /** Over all queues; absent while nothing counts yet. */
  serviceLevel?: number;
  ready: number;
  busy: number;
  wrapUp: number;
  onBreak: number;
}

/** Sums over all queues and seats. Ratios are made from sums, never averaged. */
export function totalsOf(queues: readonly QueueRow[], seats: readonly SeatRow[], now: number): Totals {
  const sum = (figure: (row: QueueRow) => number) => queues.reduce((total, row) => total + figure(row), 0);
  const inState = (...states: SeatRow['state'][]) => seats.filter((seat) => states.includes(seat.state)).length;
  const counted = sum((row) => row.counted ?? 0);
  return {
    ...(counted > 0 ? { serviceLevel: sum((row) => row.inTime ?? 0) / counted } : {}),
    waiting: sum((row) => row.waiting),
    oldestMs: queues.reduce((most, row) => Math.max(most, oldestMs(row, now)), 0),
    answered: sum((row) => row.answered),
    abandoned: sum((row) => row.abandoned),
    offered: sum((row) => row.offered),
    ready: inState('READY'),
    busy: inState('OFFERED', 'CONNECTING', 'ON_CONTACT'),
    wrapUp: inState('WRAP_UP'),
    onBreak: inState('ON_BREAK'),
  };
}

/** Over all teams, and of none. */
export function casesOf(rows: NonNullable<Board['cases']>): CaseCount {
  const sum = (figure: (row: CaseCount) => number) => rows.reduce((total, row) => total + figure(row), 0);
  return {
    open: sum((row) => row.open),
    nearlyOverdue: sum((row) => row.nearlyOverdue),
    overdue: sum((row) => row.overdue),
  };
}
