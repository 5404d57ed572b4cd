import { useState } from 'preact/hooks';
import { type RecordKind, records } from '../api/records.ts';
import { closeDialog, dialog, openDialog } from '../app/dialogs.ts';
import { may } from '../app/session.ts';
import { attempt, tell } from '../app/toasts.ts';
import { show } from '../desktop/views.ts';
import { forget } from '../find/recent.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import { t } from '../text/text.ts';
import type { Entry } from './form.ts';
import { removeSoon } from './removal.ts';

/** What is done with a record as a whole, for those who may: taken along, deleted, and for a person forgotten. */
export function RecordEnd({ kind, record }: { kind: RecordKind; record: Entry }) {
  const person = kind === 'customers';
  const exports = person && may('customer.export');
  const deletes = may(person ? 'customer.delete' : 'organisation.delete');
  const erases = person && may('customer.erase');
  if (!exports && !deletes && !erases) return null;
  const remove = () => {
    removeSoon(record.id, t('record.deleted', { name: record.name }), async () => {
      await records.remove(kind, record);
      forget(record.id);
    });
    show.records(kind);
  };
  return (
    <section class="record-end" aria-label={t('record.whole')}>
      {exports && (
        <a class="button" href={records.exportAddress(record.id)} download data-testid="export">
          <Icon name="download" />
          {t('record.export')}
        </a>
      )}
      {deletes && (
        <button type="button" data-testid="delete-record" onClick={remove}>
          <Icon name="bin" />
          {t('record.delete')}
        </button>
      )}
      {erases && (
        <button type="button" class="danger" data-testid="erase" onClick={() => openDialog('eraseCustomer')}>
          {t('erase.open')}
        </button>
      )}
      {erases && dialog.value === 'eraseCustomer' && <EraseDialog of={record} />}
    </section>
  );
}

/** Nothing brings him back, so it takes more than a click. */
function EraseDialog({ of }: { of: Entry }) {
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const sure = typed.trim() === of.name.trim();
  const erase = async () => {
    setBusy(true);
    const done = await attempt(() => records.erase(of));
    setBusy(false);
    closeDialog();
    if (!done) return;
    forget(of.id);
    show.records('customers');
    tell(t('erase.done'));
  };
  return (
    <Dialog title={t('erase.title', { name: of.name })} onClose={closeDialog} testId="erase-dialog">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (sure && !busy) void erase();
        }}
      >
        <p>{t('erase.lead')}</p>
        <label class="field">
          {t('erase.type', { name: of.name })}
          <input
            type="text"
            value={typed}
            autocomplete="off"
            data-testid="erase-name"
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        <div class="form-end">
          <button type="button" onClick={closeDialog}>
            {t('action.cancel')}
          </button>
          <button type="submit" class="danger" disabled={!sure || busy} data-testid="erase-do">
            {t('erase.do')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
