import type { Live, Seat } from '../api/types.ts';
import { Elapsed } from '../parts/Elapsed.tsx';
import { t } from '../text/text.ts';
import { ownStateWord } from './seatWords.ts';

/** The state in a word; on hold with how long the customer has been kept, which is not how long the call takes. */
export function StateOfContact({ now, contact }: { now: Seat; contact: Live }) {
  if (now.state !== 'ON_CONTACT' || !contact.held) return <span>{ownStateWord(now)}</span>;
  return (
    <span data-testid="held">
      {t('contact.held')} {contact.heldSince !== undefined && <Elapsed since={contact.heldSince} />}
    </span>
  );
}
