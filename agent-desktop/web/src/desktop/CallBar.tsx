import { useRef } from 'preact/hooks';
import type { Live } from '../api/types.ts';
import { openDialog } from '../app/dialogs.ts';
import { phone } from '../app/workplace.ts';
import { seat } from '../feed/picture.ts';
import { useKeys } from '../keys/keys.ts';
import { Icon } from '../parts/Icon.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { t } from '../text/text.ts';
import { endContact, onContact, toggleHold, toggleMute } from './actions.ts';
import { press } from './focus.ts';

/** The verbs of a live call, each with its key. What is on or off keeps its name: that it is on is told by being pressed. */
export function CallBar({ contact }: { contact: Live }) {
  const dials = seat.value?.device === 'BROWSER' && phone.value?.callState.value === 'talking';
  const transfer = useRef<HTMLButtonElement>(null);
  const dial = useRef<HTMLButtonElement>(null);
  useKeys([
    { key: 'm', shift: false, when: onContact, run: toggleMute },
    { key: 'h', shift: false, when: onContact, run: toggleHold },
    { key: 't', shift: false, when: onContact, run: () => press(transfer.current) },
    { key: 'k', shift: false, when: () => onContact() && dials, run: () => press(dial.current) },
    { key: 'x', shift: true, when: onContact, run: endContact },
  ]);
  return (
    <div class="call-bar" role="toolbar" aria-label={t('contact.actions')}>
      <button type="button" aria-pressed={contact.muted} data-testid="mute" onClick={toggleMute}>
        <Icon name={contact.muted ? 'muted' : 'microphone'} />
        {t('contact.mute')}
        <Kbd>M</Kbd>
      </button>
      <button type="button" aria-pressed={contact.held} data-testid="hold" onClick={toggleHold}>
        <Icon name="pause" />
        {t('contact.hold')}
        <Kbd>H</Kbd>
      </button>
      <button type="button" ref={transfer} data-testid="transfer" onClick={() => openDialog('transfer')}>
        <Icon name="transfer" />
        {t('contact.transfer')}
        <Kbd>T</Kbd>
      </button>
      <button type="button" ref={dial} data-testid="keys" disabled={!dials} onClick={() => openDialog('dial')}>
        <Icon name="keypad" />
        {t('contact.keys')}
        <Kbd>K</Kbd>
      </button>
      <button type="button" class="danger" data-testid="end" onClick={endContact}>
        <Icon name="hangUp" />
        {t('contact.end')}
        <Kbd>⇧X</Kbd>
      </button>
    </div>
  );
}
