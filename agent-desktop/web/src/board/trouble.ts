import type { QueueRow } from '../api/types.ts';

/** How long the oldest one waits now, in milliseconds; 0 when nobody does. */
export function oldestMs(row: QueueRow, now: number): number {
  return row.waiting === 0 || row.oldest === undefined ? 0 : Math.max(0, now - Date.parse(row.oldest));
}

/**
 * Distance from the target: how far the service level of today is below it, and how far over the threshold the oldest
 * caller waits now, in thresholds. Above 0 is trouble; what is fine is 0 or less, the more so the better it is.
 */
export function trouble(row: QueueRow, now: number): number {
  const short = row.serviceLevel === undefined ? 0 : row.serviceLevelTarget - row.serviceLevel;
  const late = row.threshold > 0 ? Math.max(0, oldestMs(row, now) / row.threshold - 1) : 0;
  return late > 0 ? Math.max(0, short) + Math.min(late, LATE_MAX) : short;
}

const LATE_MAX = 10;

export type Grade = 'fine' | 'near' | 'trouble';

export function grade(row: QueueRow, now: number): Grade {
  if (trouble(row, now) > 0) return 'trouble';
  const near = oldestMs(row, now) > row.threshold * 0.75;
  return near ? 'near' : 'fine';
}

/** Trouble first; equals stay in the order the server gave, so that rows do not dance. */
export function troubleFirst(rows: readonly QueueRow[], now: number): QueueRow[] {
  const rank = new Map(rows.map((row) => [row.id, step(trouble(row, now))]));
  return [...rows].sort((one, other) => (rank.get(other.id) ?? 0) - (rank.get(one.id) ?? 0));
}

/** Only steps of 5 % move a row. */
function step(distance: number): number {
  return distance <= 0 ? 0 : Math.ceil(distance * 20);
}
