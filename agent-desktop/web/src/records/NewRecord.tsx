import { useState } from 'preact/hooks';
import { type RecordKind, records } from '../api/records.ts';
import { query } from '../app/route.ts';
import { attempt, tell } from '../app/toasts.ts';
import { moveTo } from '../desktop/moveTo.ts';
import { show } from '../desktop/views.ts';
import { live } from '../feed/picture.ts';
import { t } from '../text/text.ts';
import { draftOf, type Entry, type Form, formFor } from './form.ts';
import { RecordForm } from './RecordForm.tsx';
import { type Refused, refusedBy } from './refused.ts';
import { forgetUnsaved, keepUnsaved, unsavedOf } from './unsaved.ts';

/** A new person or organisation, from what was looked for; made during a call, the call becomes his. */
export function NewRecord({ kind }: { kind: RecordKind }) {
  const text = query.value.get('text') ?? '';
  const interaction = query.value.get('interaction') ?? undefined;
  const place = `new ${kind} ${text}`;
  const [form, setForm] = useState<Form>(() => unsavedOf<Form>(place)?.form ?? formFor(text));
  const [refused, setRefused] = useState<Refused>();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    setRefused(undefined);
    let made: Entry;
    try {
      made = await records.create<Entry>(kind, draftOf(kind, form));
    } catch (error) {
      setRefused(refusedBy(error));
      setBusy(false);
      return;
    }
    forgetUnsaved(place);
    tell(t('record.made', { name: made.name }));
    if (interaction !== undefined && interaction === live.peek()?.id) {
      await attempt(() => moveTo(interaction, made));
      show.work();
    } else {
      show.record(kind, made.id);
    }
  };
  return (
    <div class="record-page" data-testid="new-record">
      <RecordForm
        kind={kind}
        title={t(`record.new.${kind}`)}
        form={form}
        refused={refused}
        busy={busy}
        onChange={(next) => {
          setForm(next);
          keepUnsaved(place, { read: form, version: 0, form: next });
        }}
        onSave={() => void save()}
        onCancel={() => {
          forgetUnsaved(place);
          if (interaction !== undefined) show.work();
          else show.records(kind);
        }}
      />
    </div>
  );
}
