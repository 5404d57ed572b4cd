import type { Delivery } from '../api/mail.ts';
import type { IconName } from '../parts/Icon.tsx';

/** How far a mail of ours has come, as its reader is told: a word, a shape and a tone. */
export interface Standing {
  is: 'waiting' | 'sending' | 'again' | 'sent' | 'sentMaybeTwice' | 'partly' | 'failed' | 'uncertain' | 'takenBack';
  icon: IconName;
  tone: 'offered' | 'contact' | 'ready' | 'error' | 'break';
}

export function standingOf(delivery: Delivery): Standing {
  switch (delivery.state) {
    case 'WAITING':
      return delivery.attempts === 0
        ? { is: 'waiting', icon: 'clock', tone: 'offered' }
        : { is: 'again', icon: 'warning', tone: 'offered' };
    case 'SENDING':
      return { is: 'sending', icon: 'upload', tone: 'contact' };
    case 'SENT':
      return sentOf(delivery);
    case 'FAILED':
      return { is: 'failed', icon: 'warning', tone: 'error' };
    case 'UNCERTAIN':
      return { is: 'uncertain', icon: 'help', tone: 'error' };
    case 'CANCELLED':
      return { is: 'takenBack', icon: 'back', tone: 'break' };
  }
}

/** A server took it; what came back of some recipients is told all the same. */
function sentOf({ recipients, maybeTwice }: Delivery): Standing {
  if (recipients.some((one) => one.failure !== undefined)) return { is: 'partly', icon: 'warning', tone: 'error' };
  return maybeTwice
    ? { is: 'sentMaybeTwice', icon: 'help', tone: 'offered' }
    : { is: 'sent', icon: 'check', tone: 'ready' };
}

/** Before its first attempt, by the server's clock. */
export function canBeTakenBack({ state, attempts, dueAt }: Delivery, now: number): boolean {
  return state === 'WAITING' && attempts === 0 && Date.parse(dueAt) > now;
}

export const canGoAgain = ({ state }: Delivery): boolean => state === 'FAILED' || state === 'UNCERTAIN';

const SOON_MS = 1_500;
const LATER_MS = 30_000;
/** The sender looks into the outbox a little after a mail is due. */
const AFTER_DUE_MS = 1_000;

/** When to look again, in milliseconds: soon while something is under way, else now and then for what others write. */
export function lookAgainIn(deliveries: readonly Delivery[], now: number): number {
  const waits = deliveries
    .filter(({ state }) => state === 'WAITING' || state === 'SENDING')
    .map(({ dueAt }) => Date.parse(dueAt) - now + AFTER_DUE_MS);
  return Math.min(LATER_MS, Math.max(SOON_MS, ...(waits.length === 0 ? [LATER_MS] : [Math.min(...waits)])));
}
