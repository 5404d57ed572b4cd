import { useState } from 'preact/hooks';
import { closeDialog } from '../app/dialogs.ts';
import { phone } from '../app/workplace.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { isDialKey, Keypad } from '../parts/Keypad.tsx';
import { t } from '../text/text.ts';

const SHOWN_MAX = 24;

/** Sends keys into the call (RFC 4733), by click or by typing them. */
export function DialDialog() {
  const [sent, setSent] = useState('');
  const send = (key: string) => {
    setSent((before) => (before + key).slice(-SHOWN_MAX));
    void phone.peek()?.sendKey(key);
  };
  return (
    <Dialog
      title={t('dial.title')}
      onClose={closeDialog}
      testId="dial-dialog"
      onKeyDown={(event) => {
        if (isDialKey(event.key) && !event.ctrlKey && !event.metaKey) send(event.key);
      }}
    >
      <output class="dial-sent figures" aria-label={t('dial.sent')}>
        {sent === '' ? '\u00a0' : sent}
      </output>
      <Keypad label={t('dial.title')} onKey={send} />
    </Dialog>
  );
}
