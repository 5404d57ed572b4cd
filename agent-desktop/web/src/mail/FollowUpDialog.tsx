import { useState } from 'preact/hooks';
import { mails } from '../api/mail.ts';
import { closeDialog } from '../app/dialogs.ts';
import { tell, wordsFor } from '../app/toasts.ts';
import { endContact } from '../desktop/actions.ts';
import { serverNow } from '../feed/clock.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import { moment } from '../text/format.ts';
import { t } from '../text/text.ts';
import { at, field, PRESETS } from './followUp.ts';

/** Puts the conversation off: it ends now and comes back then. */
export function FollowUpDialog({ interaction }: { interaction: string }) {
  const [when, setWhen] = useState(() => field(at('tomorrow', new Date(serverNow()))));
  const [note, setNote] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);
  const putOff = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      const dueAt = new Date(when).toISOString();
      await mails.putOff(interaction, dueAt, note.trim());
      closeDialog();
      tell(t('followUp.done', { when: moment(dueAt, serverNow()) }));
      endContact();
    } catch (error) {
      setRefusal(wordsFor(error));
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('followUp.title')} onClose={closeDialog} testId="follow-up-dialog">
      <p>{t('followUp.lead')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void putOff();
        }}
      >
        <div class="field-row" role="group" aria-label={t('followUp.presets')}>
          {PRESETS.map((preset) => (
            <button
              type="button"
              key={preset}
              data-testid={`follow-up-${preset}`}
              onClick={() => setWhen(field(at(preset, new Date(serverNow()))))}
            >
              {t(`followUp.${preset}`)}
            </button>
          ))}
        </div>
        <div class="field">
          <label for="follow-up-when">{t('followUp.when')}</label>
          <input
            id="follow-up-when"
            type="datetime-local"
            required
            value={when}
            data-testid="follow-up-when"
            aria-describedby={refusal ? 'follow-up-refusal' : undefined}
            onInput={(event) => setWhen(event.currentTarget.value)}
          />
        </div>
        <div class="field">
          <label for="follow-up-note">{t('followUp.note')}</label>
          <input
            id="follow-up-note"
            type="text"
            maxLength={500}
            autocomplete="off"
            value={note}
            data-testid="follow-up-note"
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        </div>
        <div role="alert">
          {refusal && (
            <p id="follow-up-refusal" class="refusal" data-testid="follow-up-problem">
              <Icon name="warning" /> {refusal}
            </p>
          )}
        </div>
        <div class="form-end">
          <button type="button" onClick={closeDialog}>
            {t('action.cancel')}
          </button>
          <button type="submit" class="primary" disabled={busy || when === ''} data-testid="follow-up-do">
            {t('followUp.do')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
