import { useState } from 'preact/hooks';
import { type Mail, mails } from '../api/mail.ts';
import { closeDialog } from '../app/dialogs.ts';
import { wordsFor } from '../app/toasts.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import { t } from '../text/text.ts';
import { told } from './moves.ts';

interface Properties {
  interaction: string;
  mail: Mail;
  /** How many came or went after it. */
  later: number;
  onChanged: () => void;
}

/** A mail is another matter: it becomes a conversation of its own, alone or with what came after it. */
export function SplitDialog({ interaction, mail, later, onChanged }: Properties) {
  const [all, setAll] = useState(false);
  const [mine, setMine] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);
  const subject = mail.subject || t('mail.noSubject');
  const split = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      const done = await mails.split(interaction, mail.id, all, mine);
      closeDialog();
      told(t('move.split.done', { subject }), interaction, done.move, onChanged);
    } catch (error) {
      setRefusal(wordsFor(error));
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('move.split.title')} onClose={closeDialog} testId="split-mail-dialog">
      <p>{t('move.split.lead', { subject })}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void split();
        }}
      >
        {later > 0 && (
          <fieldset class="mail-choice">
            <legend>{t('move.split.which')}</legend>
            <label>
              <input type="radio" name="which" checked={!all} onChange={() => setAll(false)} />
              {t('move.split.one')}
            </label>
            <label>
              <input
                type="radio"
                name="which"
                checked={all}
                data-testid="split-mail-later"
                onChange={() => setAll(true)}
              />
              {t('move.split.later', { count: later })}
            </label>
          </fieldset>
        )}
        <label class="mail-choice">
          <input
            type="checkbox"
            checked={mine}
            data-testid="split-mail-mine"
            onChange={(event) => setMine(event.currentTarget.checked)}
          />
          {t('move.split.mine')}
        </label>
        <div role="alert">
          {refusal && (
            <p class="refusal" data-testid="split-mail-problem">
              <Icon name="warning" /> {refusal}
            </p>
          )}
        </div>
        <div class="form-end">
          <button type="button" onClick={closeDialog}>
            {t('action.cancel')}
          </button>
          <button type="submit" class="primary" disabled={busy} data-testid="split-mail-do">
            {t('move.split.do')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
