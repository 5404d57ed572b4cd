import { useState } from 'preact/hooks';
import { requests } from '../api/requests.ts';
import { closeDialog } from '../app/dialogs.ts';
import { session } from '../app/session.ts';
import { attempt } from '../app/toasts.ts';
import { phone } from '../app/workplace.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import { type Check, runSelfTest, selfTest } from '../phone/selfTest.ts';
import { t } from '../text/text.ts';
import { readyAnyway } from './becomeReady.ts';

const CHECKS: readonly Check[] = ['microphone', 'registration'];

/** What keeps this browser from taking calls, and what to do about each. Shown only when something does. */
export function SelfTestDialog() {
  const [busy, setBusy] = useState(false);
  const again = async () => {
    const made = phone.peek();
    if (made === undefined) return;
    setBusy(true);
    const passed = await runSelfTest(made);
    setBusy(false);
    if (!passed) return;
    closeDialog();
    await readyAnyway();
  };
  const byDesk = async () => {
    if (await attempt(() => requests.chooseDevice('PHONE'))) {
      closeDialog();
      await readyAnyway();
    }
  };
  return (
    <Dialog title={t('selfTest.title')} onClose={closeDialog} testId="self-test">
      <p>{t('selfTest.lead')}</p>
      <ul class="checks">
        {CHECKS.map((check) => {
          const { state, advice } = selfTest.value[check];
          return (
            <li key={check} class={`check ${state}`} data-testid={`check-${check}`} data-state={state}>
              <Icon name={state === 'good' ? 'check' : state === 'bad' ? 'warning' : 'clock'} />
              <div>
                <strong>{t(`selfTest.${check}`)}</strong> {t(`selfTest.${state}`)}
                {advice !== undefined && <p>{t(advice)}</p>}
              </div>
            </li>
          );
        })}
      </ul>
      <div class="form-end">
        <button type="button" data-testid="use-desk-phone" onClick={() => void byDesk()}>
          {t('selfTest.useDesk', { extension: session.value?.agent.extension ?? '' })}
        </button>
        <button type="button" class="primary" disabled={busy} data-testid="test-again" onClick={() => void again()}>
          {t('action.tryAgain')}
        </button>
      </div>
    </Dialog>
  );
}
