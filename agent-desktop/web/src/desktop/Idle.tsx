import { session } from '../app/session.ts';
import { seat, seatless } from '../feed/picture.ts';
import { Icon } from '../parts/Icon.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { Remaining } from '../parts/Remaining.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { StateIcon, toneOf } from '../parts/StateIcon.tsx';
import { t } from '../text/text.ts';
import { becomeReady } from './becomeReady.ts';
import { stateWord } from './seatWords.ts';

/** Between contacts: the state in plain words. What was done before has a page of its own. */
export function Idle() {
  return seatless.value ? <NoSeat /> : <State />;
}

function State() {
  const now = seat.value;
  if (now === undefined) return <Skeleton lines={2} />;
  const away = now.state === 'ON_BREAK' || now.state === 'SIGNED_OUT';
  return (
    <section class={`idle tone-${toneOf(now.state)}`} data-testid="idle">
      <StateIcon state={now.state} size={24} />
      <div>
        <h1>{stateWord(now)}</h1>
        <p class="secondary">
          {t(`idle.${now.state === 'SIGNED_OUT' ? 'out' : away ? 'break' : 'ready'}`)}
          {now.state === 'READY' && now.availableFrom !== undefined && (
            <>
              {' '}
              {t('idle.pausing')} <Remaining until={now.availableFrom} />
            </>
          )}
        </p>
      </div>
      {away && (
        <button type="button" class="primary" data-testid="become-ready" onClick={() => void becomeReady()}>
          {t('idle.becomeReady')}
          <Kbd>R</Kbd>
        </button>
      )}
    </section>
  );
}

function NoSeat() {
  const supervisor = session.value?.agent.role === 'SUPERVISOR';
  return (
    <section class="idle tone-break" data-testid="no-seat">
      <Icon name="info" size={24} />
      <div>
        <h1>{t('idle.noSeatTitle')}</h1>
        <p class="secondary">{t('idle.noSeat')}</p>
      </div>
      {supervisor && (
        <a class="button primary" href="/board">
          {t('nav.toBoard')}
        </a>
      )}
    </section>
  );
}
