import { requests } from '../api/requests.ts';
import type { Seat } from '../api/types.ts';
import { session } from '../app/session.ts';
import { attempt } from '../app/toasts.ts';
import { seat, seatless } from '../feed/picture.ts';
import { Elapsed } from '../parts/Elapsed.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Menu, type MenuItem } from '../parts/Menu.tsx';
import { StateIcon, toneOf } from '../parts/StateIcon.tsx';
import { t, title } from '../text/text.ts';
import { becomeReady } from './becomeReady.ts';
import { nextWord, ownStateWord } from './seatWords.ts';

/** The agent's state with the time in it, and the choice of another. */
export function StateMenu() {
  const now = seat.value;
  if (seatless.value) return <span class="state-none secondary">{t('state.noSeat')}</span>;
  if (now === undefined) return <span class="state-none" />;
  const next = nextWord(now);
  return (
    <Menu
      label={t('state.change', { state: ownStateWord(now) })}
      testId="state-button"
      buttonClass={`state-button tone-${toneOf(now.state)}`}
      button={
        <>
          <StateIcon state={now.state} />
          <span class="state-word" data-testid="state" data-state={now.state}>
            {ownStateWord(now)}
          </span>
          <Elapsed since={now.since} />
          {next !== undefined && <span class="state-next">{next}</span>}
          <Icon name="down" size={12} />
        </>
      }
      items={choices(now)}
    />
  );
}

function choices(now: Seat): MenuItem[] {
  const ready: MenuItem = {
    id: 'ready',
    label: (
      <>
        <StateIcon state="READY" />
        {t('state.READY')}
      </>
    ),
    chosen: now.state === 'READY',
    run: () => void becomeReady(),
  };
  const breaks = (session.value?.breakReasons ?? [])
    .filter((reason) => !reason.system)
    .map(
      (reason, at): MenuItem => ({
        id: `break-${reason.id}`,
        apart: at === 0,
        label: (
          <>
            <StateIcon state="ON_BREAK" />
            {title(reason.title, reason.id)}
          </>
        ),
        chosen: now.reason === reason.id,
        run: () => void attempt(() => requests.takeBreak(reason.id)),
      }),
    );
  const out: MenuItem = {
    id: 'leave',
    apart: true,
    label: (
      <>
        <StateIcon state="SIGNED_OUT" />
        {t('state.leave')}
      </>
    ),
    chosen: now.state === 'SIGNED_OUT' || now.leaving,
    run: () => void attempt(requests.leave),
  };
  return [ready, ...breaks, out];
}
