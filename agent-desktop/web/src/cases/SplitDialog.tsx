import { useState } from 'preact/hooks';
import { type Case, cases } from '../api/cases.ts';
import type { Contact } from '../api/types.ts';
import { closeDialog } from '../app/dialogs.ts';
import { dispositionTitle, zone } from '../app/session.ts';
import { tell } from '../app/toasts.ts';
import { show } from '../desktop/views.ts';
import { serverNow } from '../feed/clock.ts';
import { ChannelIcon } from '../parts/ChannelIcon.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { TextField } from '../records/TextField.tsx';
import { moment } from '../text/format.ts';
import { t } from '../text/text.ts';
import { useCaseContacts } from './CaseContacts.tsx';
import { settle } from './settle.ts';

/** Some of the contacts are about something else: they become a case of their own. */
export function SplitDialog({ of, onChanged }: { of: Case; onChanged: (now: Case) => void }) {
  const { contacts, problem, again } = useCaseContacts(of.id);
  const [subject, setSubject] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const ready = subject.trim() !== '' && chosen.size > 0 && !busy;
  const split = async () => {
    setBusy(true);
    const made = await settle(() => cases.split(of, subject.trim(), [...chosen]), onChanged);
    setBusy(false);
    if (made === undefined) return;
    closeDialog();
    show.case(made.id);
    tell(t('split.done', { number: made.number }));
  };
  return (
    <Dialog title={t('split.title', { number: of.number })} onClose={closeDialog} testId="split-dialog">
      <form
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void split();
        }}
      >
        <p class="secondary">{t('split.lead')}</p>
        <TextField
          name="subject"
          label={t('case.subject')}
          value={subject}
          refused={undefined}
          required
          onInput={setSubject}
        />
        {problem !== undefined && <Refusal text={problem} again={again} />}
        {contacts === undefined && problem === undefined && <Skeleton lines={2} />}
        {contacts?.length === 0 && <p>{t('split.none')}</p>}
        {contacts !== undefined && contacts.length > 0 && (
          <fieldset class="form-group">
            <legend>{t('split.contacts')}</legend>
            {contacts.map((contact) => (
              <label key={contact.id} class="choice">
                <input
                  type="checkbox"
                  checked={chosen.has(contact.id)}
                  onChange={(event) => setChosen(withOne(chosen, contact.id, event.currentTarget.checked))}
                />
                <ContactLine contact={contact} />
              </label>
            ))}
          </fieldset>
        )}
        <div class="form-end">
          <button type="button" onClick={closeDialog}>
            {t('action.cancel')}
          </button>
          <button type="submit" class="primary" disabled={!ready} data-testid="split-do">
            {t('split.do')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function ContactLine({ contact }: { contact: Contact }) {
  return (
    <span class="case-line">
      <ChannelIcon channel={contact.channel} />
      <span class="figures">{moment(contact.arrivedAt, serverNow(), zone.value)}</span>
      <span>{dispositionTitle(contact.disposition)}</span>
      {contact.note !== undefined && <span class="secondary case-subject">{contact.note}</span>}
    </span>
  );
}

function withOne(before: ReadonlySet<string>, id: string, there: boolean): ReadonlySet<string> {
  const others = [...before].filter((one) => one !== id);
  return new Set(there ? [...others, id] : others);
}
