import type { Case } from '../api/cases.ts';
import { zone } from '../app/session.ts';
import { seconds, serverNow } from '../feed/clock.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { moment } from '../text/format.ts';
import { t } from '../text/text.ts';
import { type ClockNow, type ClockState, clocksOf, lengthWords } from './due.ts';

const ICONS: Record<ClockState, IconName> = {
  running: 'clock',
  soon: 'warning',
  overdue: 'warning',
  paused: 'pause',
  pausedOverdue: 'warning',
  met: 'check',
  missed: 'warning',
};

/** What was promised, how much of it is used up, and what became of it. */
export function Clocks({ of }: { of: Case }) {
  const clocks = clocksOf(of, seconds.value);
  // Where no first answer was promised it is told all the same when there was one.
  const given = clocks.some(({ name }) => name === 'firstAnswer') ? undefined : of.answeredAt;
  if (clocks.length === 0 && given === undefined) return <p class="secondary">{t('due.nothing')}</p>;
  return (
    <ul class="clocks" aria-label={t('clock.title')} data-testid="clocks">
      {given !== undefined && (
        <li class="clock met">
          <span>{t('clock.firstAnswer')}</span>
          <span class="clock-word">
            <Icon name="check" size={12} />
            {t('clock.given', { time: moment(given, serverNow(), zone.value) })}
          </span>
        </li>
      )}
      {clocks.map((clock) => (
        <Clock key={clock.name} clock={clock} />
      ))}
    </ul>
  );
}

function Clock({ clock }: { clock: ClockNow }) {
  const { name, state, leftMs, promisedMs, used, at } = clock;
  return (
    <li class={`clock ${state}`} data-testid={`clock-${name}`} data-state={state}>
      <span>{t(`clock.${name}`)}</span>
      <span class="clock-word">
        <Icon name={ICONS[state]} size={12} />
        {at !== undefined && `${t('clock.given', { time: moment(at, serverNow(), zone.value) })} · `}
        {t(`clock.${state}`, { time: lengthWords(leftMs) })}
        <span class="secondary"> {t('clock.promised', { time: lengthWords(promisedMs) })}</span>
      </span>
      <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="clock-used" x="0" y="0" width={used * 100} height="4" />
      </svg>
    </li>
  );
}
