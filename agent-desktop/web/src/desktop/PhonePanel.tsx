import { useEffect, useRef } from 'preact/hooks';
import { requests } from '../api/requests.ts';
import type { Device } from '../api/types.ts';
import { session } from '../app/session.ts';
import { attempt } from '../app/toasts.ts';
import { phone } from '../app/workplace.ts';
import { feedRoundTrip } from '../feed/feed.ts';
import { seat } from '../feed/picture.ts';
import { Icon } from '../parts/Icon.tsx';
import { chime, volume } from '../phone/bell.ts';
import { adviceFor } from '../phone/selfTest.ts';
import { percent } from '../text/format.ts';
import { t } from '../text/text.ts';
import { MicrophoneMeter } from './MicrophoneMeter.tsx';

/** The telephone in detail: which one rings, how it does, how loud the bell is. */
export function PhonePanel({ onClose }: { onClose: () => void }) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.querySelector('input')?.focus(), []);
  const made = phone.value;
  const device = seat.value?.device ?? 'BROWSER';
  const registration = made?.registration.value ?? 'off';
  const health = made?.health.value ?? {};
  const rttMs = health.rttMs ?? feedRoundTrip.value;
  return (
    <div class="panel" ref={panel} role="dialog" aria-label={t('phone.title')} data-testid="phone-panel">
      <div class="dialog-head">
        <h2>{t('phone.title')}</h2>
        <button type="button" class="quiet square" aria-label={t('action.close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <fieldset class="choices">
        <legend>{t('phone.device')}</legend>
        <DeviceChoice device="BROWSER" chosen={device} text={t('phone.thisBrowser')} />
        <DeviceChoice
          device="PHONE"
          chosen={device}
          text={t('phone.desk', { extension: session.value?.agent.extension ?? '' })}
        />
      </fieldset>
      {device === 'BROWSER' && (
        <>
          <dl class="facts">
            <dt>{t('phone.state')}</dt>
            <dd data-testid="registration" data-registration={registration}>
              {t(`phone.${registration}`)}
            </dd>
            <dt>{t('phone.roundTrip')}</dt>
            <dd class="figures">{rttMs === undefined ? '–' : t('phone.ms', { ms: rttMs })}</dd>
            <dt>{t('phone.loss')}</dt>
            <dd class="figures">{health.loss === undefined ? '–' : percent(health.loss, 1)}</dd>
            <dt>{t('phone.microphone')}</dt>
            <dd>
              <MicrophoneMeter />
            </dd>
          </dl>
          {made !== undefined && registration !== 'registered' && <p class="advice">{t(adviceFor(made))}</p>}
        </>
      )}
      <div class="field">
        <label for="bell-volume">{t('phone.bell')}</label>
        <span class="volume">
          <input
            id="bell-volume"
            type="range"
            min="0"
            max="1"
            step="0.1"
            value={volume.value}
            data-testid="volume"
            onInput={(event) => {
              volume.value = event.currentTarget.valueAsNumber;
            }}
          />
          <button type="button" class="small" onClick={chime}>
            <Icon name="sound" />
            {t('phone.tryBell')}
          </button>
        </span>
      </div>
    </div>
  );
}

function DeviceChoice({ device, chosen, text }: { device: Device; chosen: Device; text: string }) {
  return (
    <label class="choice">
      <input
        type="radio"
        name="device"
        checked={device === chosen}
        data-testid={`device-${device}`}
        onChange={() => void attempt(() => requests.chooseDevice(device))}
      />
      <span>{text}</span>
    </label>
  );
}
