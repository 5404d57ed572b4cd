import type { Reason } from '../api/types.ts';
import { queueTitle } from '../app/session.ts';
import { elapsed } from '../text/format.ts';
import { t } from '../text/text.ts';

/** Why this came to this agent, in a sentence. A reason that this page does not know yet is left out. */
export function reasonWords(reason: Reason | undefined, now: number): string {
  if (reason?.code !== 'longestIdle') return '';
  const idle =
    reason.idleSeats > 1 && reason.idleSince !== undefined ? elapsed(now - Date.parse(reason.idleSince)) : '';
  const skill = queueTitle(reason.skill);
  const why =
    idle === '' ? t('offer.onlyFree', { skill }) : t('offer.longestIdle', { count: reason.idleSeats, skill, idle });
  const others = reason.waitingInQueue > 1 ? t('offer.firstOf', { count: reason.waitingInQueue }) : '';
  return [why, others].filter((part) => part !== '').join(' ');
}
