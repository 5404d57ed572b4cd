import type { PulledMail } from '../api/pulled.ts';

/** When little is left of what was promised: its last fifth. */
const SOON = 0.2;

export interface PulledDue {
  urgency: 'soon' | 'overdue';
  /** Negative when it is over. */
  leftMs: number;
}

/** Nothing while there is time enough, or nothing was promised. */
export function dueOf({ since, dueAt }: Pick<PulledMail, 'since' | 'dueAt'>, now: number): PulledDue | undefined {
  if (dueAt === undefined) return undefined;
  const leftMs = Date.parse(dueAt) - now;
  if (leftMs <= 0) return { urgency: 'overdue', leftMs };
  return leftMs <= SOON * (Date.parse(dueAt) - Date.parse(since)) ? { urgency: 'soon', leftMs } : undefined;
}
