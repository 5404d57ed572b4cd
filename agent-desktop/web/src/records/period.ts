import type { Instant } from '../api/types.ts';

export type Period = 'all' | 'week' | 'month' | 'year';

const DAY_MS = 86_400_000;
const DAYS = { week: 7, month: 30, year: 365 };

/** From when on a timeline is shown; nothing for all of it. */
export function since(period: Period, now: number): Instant | undefined {
  return period === 'all' ? undefined : new Date(now - DAYS[period] * DAY_MS).toISOString();
}
