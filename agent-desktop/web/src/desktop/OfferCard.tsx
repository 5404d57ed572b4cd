import { useEffect, useRef } from 'preact/hooks';
import type { Live, Seat } from '../api/types.ts';
import { queueTitle, session } from '../app/session.ts';
import { accept, decline, phone } from '../app/workplace.ts';
import { serverNow } from '../feed/clock.ts';
import { live, pop, seat } from '../feed/picture.ts';
import { onWritten } from '../feed/written.ts';
import { placeOf, useKeys } from '../keys/keys.ts';
import { ChannelIcon } from '../parts/ChannelIcon.tsx';
import { DeadlineRing } from '../parts/DeadlineRing.tsx';
import { Elapsed } from '../parts/Elapsed.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { PhoneNumber } from '../parts/PhoneNumber.tsx';
import { SegmentChip } from '../parts/SegmentChip.tsx';
import { languageName } from '../text/format.ts';
import { t } from '../text/text.ts';
import { reasonWords } from './offerWords.ts';

const LIMIT_MS = 20_000;

/** The offer: always in the same place, above whatever else the middle shows. */
export function OfferCard() {
  const now = seat.value;
  if (now?.state !== 'OFFERED' && now?.state !== 'CONNECTING') return null;
  return <Card key={now.offer} now={now} contact={live.value} />;
}

function Card({ now, contact }: { now: Seat; contact: Live | undefined }) {
  const button = useRef<HTMLButtonElement>(null);
  const offered = now.state === 'OFFERED';
  const written = onWritten.value;
  const byDesk = now.device === 'PHONE' && !written;
  const answering = !offered || (!written && phone.value?.callState.value === 'answering');
  useEffect(() => {
    // The focus goes where the work goes, except away from somebody who writes.
    if (!placeOf(document.activeElement).text) button.current?.focus();
  }, []);
  useKeys([
    { key: 'Enter', when: () => offered && !byDesk, run: accept },
    { key: 'Escape', when: () => offered, run: () => void decline() },
  ]);
  return (
    <section
      class="offer"
      role="alertdialog"
      aria-labelledby="offer-title"
      aria-describedby="offer-who"
      data-testid="offer-card"
    >
      {now.deadline !== undefined && offered && <DeadlineRing until={now.deadline} limitMs={now.limit ?? LIMIT_MS} />}
      <div class="offer-text">
        <h2 id="offer-title">
          {contact && <ChannelIcon channel={contact.channel} />}
          {offered ? t(written ? 'offer.mail' : 'offer.title') : t('state.CONNECTING')}
          <span class="offer-queue">{queueTitle(contact?.queue ?? now.queue)}</span>
        </h2>
        <Who contact={contact} />
        <p class="secondary">{contact && <Why contact={contact} />}</p>
        {byDesk && offered && (
          <p class="advice">{t('offer.byDesk', { extension: session.value?.agent.extension ?? '' })}</p>
        )}
      </div>
      <div class="offer-actions">
        {!byDesk && (
          <button ref={button} type="button" class="accept" disabled={answering} data-testid="accept" onClick={accept}>
            <Icon name={written ? 'mail' : 'phone'} />
            {answering ? t('offer.answering') : t(written ? 'offer.take' : 'offer.accept')}
            <Kbd>⏎</Kbd>
          </button>
        )}
        {offered && (
          <button type="button" data-testid="decline" onClick={() => void decline()}>
            {t(written ? 'offer.leave' : 'offer.decline')}
            <Kbd>Esc</Kbd>
          </button>
        )}
      </div>
    </section>
  );
}

/** How long he waited, and why he came to this agent. */
function Why({ contact }: { contact: Live }) {
  const reason = reasonWords(contact.reason, serverNow());
  return (
    <>
      {t('offer.waited')} <Elapsed since={contact.arrivedAt} />
      {reason !== '' && <> · {reason}</>}
    </>
  );
}

function Who({ contact }: { contact: Live | undefined }) {
  const customer = pop.value?.interaction.id === contact?.id ? pop.value?.customer : undefined;
  if (contact === undefined) return <p id="offer-who" class="offer-who" />;
  const name = contact.customer?.name ?? customer?.name;
  return (
    <p id="offer-who" class="offer-who" data-testid="offer-who">
      {name !== undefined && <strong>{name}</strong>}
      {contact.from !== contact.customer?.name && <PhoneNumber value={contact.from} withheld={contact.withheld} />}
      <SegmentChip segment={customer?.segment} />
      {customer?.language !== undefined && <span class="chip">{languageName(customer.language)}</span>}
    </p>
  );
}
