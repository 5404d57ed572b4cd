import type { ContactPage } from '../api/types.ts';
import { Elapsed } from '../parts/Elapsed.tsx';
import { Icon } from '../parts/Icon.tsx';
import { isDialKey, Keypad } from '../parts/Keypad.tsx';
import { t } from '../text/text.ts';
import { CallEnd } from './CallEnd.tsx';
import { call } from './guestCall.ts';

/** The call button, and during the call its state, the keys and the volume. */
export function CallBox({ page }: { page: ContactPage }) {
  const state = call.state.value;
  const running = state !== 'idle' && state !== 'ended';
  const onKey = (event: KeyboardEvent) => {
    const range = event.target instanceof HTMLInputElement;
    if (state === 'connected' && !range && isDialKey(event.key)) void call.sendKey(event.key);
  };
  return (
    <section class="card call-box" onKeyDown={onKey}>
      <h1>{t('contactPage.title')}</h1>
      {!running && <p class="secondary">{t('contactPage.lead')}</p>}
      <p class={`call-state state-${state}`} role="status" data-testid="call-state" data-state={state}>
        {running && t(`call.${state}`)}
      </p>
      {state === 'connected' && <Where />}
      {state === 'ended' && <CallEnd problem={call.problem.value} />}
      {running ? (
        <button type="button" class="call-big hang-up" data-testid="hang-up-button" onClick={() => call.hangUp()}>
          <Icon name="hangUp" size={24} />
          {t('contactPage.hangUp')}
        </button>
      ) : (
        <button type="button" class="call-big" data-testid="call-button" onClick={() => void call.start(page)}>
          <Icon name="phone" size={24} />
          {state === 'ended' ? t('contactPage.callAgain') : t('contactPage.call')}
        </button>
      )}
      {state === 'connected' && <DuringCall />}
      {!running && (
        <ul class="expect">
          <li>
            <Icon name="microphone" />
            {t('contactPage.needsMicrophone')}
          </li>
          <li>
            <Icon name="keypad" />
            {t('contactPage.menu')}
          </li>
          <li>
            <Icon name="check" />
            {t('contactPage.free')}
          </li>
        </ul>
      )}
    </section>
  );
}

/**
 * What the page knows: for how long there has been a connection. Asterisk answers before the menu, so that the connection says nothing
 * of where in menu, line or conversation the customer is; he is told what to expect instead.
 */
function Where() {
  const since = call.connectedAt.value;
  return (
    <>
      {since !== undefined && (
        <p class="call-time" data-testid="call-time">
          {t('contactPage.callTime')} <Elapsed since={since} />
        </p>
      )}
      <p class="secondary">{t('contactPage.waiting')}</p>
    </>
  );
}

function DuringCall() {
  return (
    <>
      <p class="secondary">{t('contactPage.keysHint')}</p>
      <Keypad label={t('dial.title')} onKey={(key) => void call.sendKey(key)} />
      <label class="field">
        <span>{t('contactPage.volume')}</span>
        <input
          type="range"
          min="0"
          max="1"
          step="0.05"
          value={call.volume.value}
          data-testid="call-volume"
          onInput={(event) => call.setVolume(event.currentTarget.valueAsNumber)}
        />
      </label>
    </>
  );
}
