import { useEffect, useState } from 'preact/hooks';
import { type Case, cases } from '../api/cases.ts';
import type { Named } from '../api/types.ts';
import { closeDialog } from '../app/dialogs.ts';
import { tell, wordsFor } from '../app/toasts.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { ChoiceField } from '../records/choices.tsx';
import { t } from '../text/text.ts';
import { settle } from './settle.ts';

/** Somebody else, or nobody, works on it. */
export function GiveDialog({ of, onChanged }: { of: Case; onChanged: (now: Case) => void }) {
  const [colleagues, setColleagues] = useState<readonly Named[]>([]);
  const [problem, setProblem] = useState<string>();
  const [asked, setAsked] = useState(0);
  const [chosen, setChosen] = useState(of.owner?.id ?? '');
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let here = true;
    setProblem(undefined);
    cases.colleagues().then(
      (found) => here && setColleagues(found),
      (error) => here && setProblem(wordsFor(error)),
    );
    return () => {
      here = false;
    };
  }, [asked]);
  const known = of.owner && !colleagues.some((one) => one.id === of.owner?.id) ? [of.owner, ...colleagues] : colleagues;
  const give = async () => {
    setBusy(true);
    const to = known.find((one) => one.id === chosen);
    const now = await settle(() => cases.assign(of, to?.id), onChanged);
    setBusy(false);
    if (now === undefined) return;
    onChanged(now);
    closeDialog();
    const { number } = of;
    tell(to === undefined ? t('give.doneNobody', { number }) : t('give.done', { number, name: to.name }));
  };
  return (
    <Dialog title={t('give.title', { number: of.number })} onClose={closeDialog} testId="give-dialog">
      <form
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void give();
        }}
      >
        {problem !== undefined && <Refusal text={problem} again={() => setAsked(asked + 1)} />}
        <ChoiceField
          name="colleague"
          label={t('give.colleague')}
          value={chosen}
          choices={[
            { value: '', label: t('give.nobody') },
            ...known.map((one) => ({ value: one.id, label: one.name })),
          ]}
          onChange={setChosen}
        />
        <div class="form-end">
          <button type="button" onClick={closeDialog}>
            {t('action.cancel')}
          </button>
          <button type="submit" class="primary" disabled={busy || chosen === (of.owner?.id ?? '')}>
            {t('give.do')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
