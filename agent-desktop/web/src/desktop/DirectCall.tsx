import { useEffect, useRef } from 'preact/hooks';
import { phone } from '../app/workplace.ts';
import { seat } from '../feed/picture.ts';
import { placeOf } from '../keys/keys.ts';
import { Elapsed } from '../parts/Elapsed.tsx';
import { Icon } from '../parts/Icon.tsx';
import { PhoneNumber } from '../parts/PhoneNumber.tsx';
import { ring } from '../phone/bell.ts';
import type { BrowserPhone, DirectCall as Direct } from '../phone/browserPhone.ts';
import { t } from '../text/text.ts';

/** A call that came past the router; the router's own offers have the place to themselves. */
export function DirectCall() {
  const made = phone.value;
  const direct = made?.direct.value;
  if (made === undefined || direct === undefined || seat.value?.state === 'OFFERED') return null;
  return <Card made={made} direct={direct} />;
}

function Card({ made, direct }: { made: BrowserPhone; direct: Direct }) {
  const talking = made.callState.value === 'talking';
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!placeOf(document.activeElement).text) button.current?.focus();
  }, []);
  useEffect(() => (talking ? undefined : ring()), [talking]);
  return (
    <section
      class="offer direct"
      role="alertdialog"
      aria-labelledby="direct-title"
      data-testid="direct-call"
      data-state={made.callState.value}
    >
      <div class="offer-text">
        <h2 id="direct-title">
          <Icon name="phone" />
          {t(talking ? 'direct.talking' : 'direct.ringing')}
        </h2>
        <p class="offer-who">
          <PhoneNumber value={direct.from} />
          <Elapsed since={direct.since} />
        </p>
        <p class="secondary">{t('direct.hint')}</p>
      </div>
      <div class="offer-actions">
        {!talking && (
          <button
            ref={button}
            type="button"
            class="accept"
            data-testid="direct-accept"
            onClick={() => made.answerDirect()}
          >
            <Icon name="phone" />
            {t('offer.accept')}
          </button>
        )}
        <button type="button" class="danger" data-testid="direct-end" onClick={() => made.endDirect()}>
          <Icon name="hangUp" />
          {t(talking ? 'contact.end' : 'offer.decline')}
        </button>
      </div>
    </section>
  );
}
