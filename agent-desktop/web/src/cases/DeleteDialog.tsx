import { useState } from 'preact/hooks';
import { type Case, cases } from '../api/cases.ts';
import { closeDialog } from '../app/dialogs.ts';
import { attempt, tell } from '../app/toasts.ts';
import { show } from '../desktop/views.ts';
import { forget } from '../find/recent.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { t } from '../text/text.ts';

/** Nothing brings a deleted case back, so it is asked for before. */
export function DeleteDialog({ of }: { of: Case }) {
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    const done = await attempt(() => cases.remove(of));
    setBusy(false);
    closeDialog();
    if (!done) return;
    forget(of.id);
    show.cases();
    tell(t('deleteCase.done', { number: of.number }));
  };
  return (
    <Dialog title={t('deleteCase.title', { number: of.number })} onClose={closeDialog} testId="delete-dialog">
      <p>{t('deleteCase.lead')}</p>
      <div class="form-end">
        <button type="button" onClick={closeDialog}>
          {t('action.cancel')}
        </button>
        <button type="button" class="danger" disabled={busy} data-testid="delete-do" onClick={() => void remove()}>
          {t('deleteCase.do')}
        </button>
      </div>
    </Dialog>
  );
}
