import type { Seat } from '../api/types.ts';
import { breakTitle } from '../app/session.ts';
import { seat } from '../feed/picture.ts';
import { onWritten } from '../feed/written.ts';
import { t } from '../text/text.ts';

/** The state in words: the name of the break rather than "break". */
export function stateWord(now: Pick<Seat, 'state' | 'reason'>): string {
  return now.state === 'ON_BREAK' ? breakTitle(now.reason) : t(`state.${now.state}`);
}

/** Of the own seat, which nothing rings at and nobody talks to while it is about a mail. */
export function ownStateWord(now: Seat): string {
  if (onWritten.value && now.state === 'OFFERED') return t('offer.mail');
  if (onWritten.value && now.state === 'ON_CONTACT') return t('contact.onMail');
  return stateWord(now);
}

/** What follows the contact, where the agent asked for something else than being ready. */
export function nextWord(now: Pick<Seat, 'state' | 'reason' | 'leaving'>): string | undefined {
  if (now.state === 'ON_BREAK' || now.state === 'SIGNED_OUT') return undefined;
  if (now.leaving) return t('state.thenOut');
  return now.reason === undefined ? undefined : t('state.then', { what: breakTitle(now.reason) });
}

export function onBreakOrOut(): boolean {
  const state = seat.value?.state;
  return state === 'ON_BREAK' || state === 'SIGNED_OUT';
}
