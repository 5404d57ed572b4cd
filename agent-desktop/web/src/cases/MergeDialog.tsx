import { useState } from 'preact/hooks';
import { type Case, cases } from '../api/cases.ts';
import { closeDialog } from '../app/dialogs.ts';
import { tell } from '../app/toasts.ts';
import { show } from '../desktop/views.ts';
import { FoundField } from '../find/FoundField.tsx';
import type { Hit, HitKind } from '../find/finding.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { t } from '../text/text.ts';
import { settle } from './settle.ts';

const CASES: readonly HitKind[] = ['cases'];

/** Asks into which case this one goes, and says what will happen. */
export function MergeDialog({ of, onChanged }: { of: Case; onChanged: (now: Case) => void }) {
  const [into, setInto] = useState<Hit>();
  const [busy, setBusy] = useState(false);
  const merge = async () => {
    if (into === undefined || busy) return;
    setBusy(true);
    const whole = await settle(() => cases.merge(of, into.id), onChanged);
    setBusy(false);
    if (whole === undefined) return;
    closeDialog();
    show.case(whole.id);
    tell(t('merge.done', { number: of.number }));
  };
  return (
    <Dialog title={t('merge.title', { number: of.number })} onClose={closeDialog} testId="merge-dialog">
      <form
        class="dialog-form find-in-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          void merge();
        }}
      >
        <p class="secondary">{t('merge.lead', { number: of.number })}</p>
        <FoundField
          name="into"
          label={t('merge.into')}
          placeholder={t('merge.find')}
          kinds={CASES}
          except={of.id}
          value={into && { id: into.id, name: `${into.reachedAt} · ${into.name}` }}
          onChange={setInto}
        />
        <div class="form-end">
          <button type="button" onClick={closeDialog}>
            {t('action.cancel')}
          </button>
          <button type="submit" class="primary" disabled={into === undefined || busy} data-testid="merge-do">
            {t('merge.do')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
