import { useState } from 'preact/hooks';
import { Problem } from '../api/problem.ts';
import { type RecordKind, records } from '../api/records.ts';
import { tell } from '../app/toasts.ts';
import { t } from '../text/text.ts';
import { fieldName, valueLines } from './fieldWords.ts';
import { draftOf, type Entry, type Form, formOf } from './form.ts';
import { RecordForm } from './RecordForm.tsx';
import { type Refused, refusedBy } from './refused.ts';
import { forgetUnsaved, keepUnsaved, unsavedOf } from './unsaved.ts';
import { VersionChoice } from './VersionChoice.tsx';
import { FIELDS } from './versions.ts';

interface Properties {
  kind: RecordKind;
  record: Entry;
  onDone: (changed: Entry) => void;
  onCancel: () => void;
}

/** Changes a record as a whole; where somebody was faster, both versions are put side by side. */
export function RecordEditor({ kind, record, onDone, onCancel }: Properties) {
  const [start] = useState(
    () => unsavedOf<Form>(record.id) ?? { read: formOf(record), version: record.version, form: formOf(record) },
  );
  const [form, setForm] = useState(start.form);
  const [read, setRead] = useState({ form: start.read, version: start.version });
  const [present, setPresent] = useState<Entry>();
  const [refused, setRefused] = useState<Refused>();
  const [busy, setBusy] = useState(false);

  const write = (next: Form) => {
    setForm(next);
    keepUnsaved(record.id, { read: read.form, version: read.version, form: next });
  };
  const save = async (wanted: Form, version: number) => {
    setBusy(true);
    setRefused(undefined);
    try {
      const changed = await records.change<Entry>(kind, record.id, version, draftOf(kind, wanted));
      forgetUnsaved(record.id);
      tell(t('record.saved'));
      onDone(changed);
    } catch (error) {
      setBusy(false);
      if (error instanceof Problem && error.status === 412 && error.present !== undefined) {
        setForm(wanted);
        setPresent(error.present as Entry);
      } else {
        setForm(wanted);
        setPresent(undefined);
        setRefused(refusedBy(error));
      }
    }
  };
  if (present !== undefined) {
    return (
      <VersionChoice
        fields={{ all: FIELDS, nameOf: (field) => fieldName(kind, field), linesOf: valueLines }}
        read={read.form}
        mine={form}
        theirs={formOf(present)}
        changedAt={present.changedAt}
        busy={busy}
        onChosen={(merged) => {
          // From here on the present version is what was read.
          setRead({ form: formOf(present), version: present.version });
          keepUnsaved(record.id, { read: formOf(present), version: present.version, form: merged });
          void save(merged, present.version);
        }}
        onCancel={() => setPresent(undefined)}
      />
    );
  }
  return (
    <RecordForm
      kind={kind}
      title={t('record.edit', { name: record.name })}
      form={form}
      refused={refused}
      busy={busy}
      onChange={write}
      onSave={() => void save(form, read.version)}
      onCancel={() => {
        forgetUnsaved(record.id);
        onCancel();
      }}
    />
  );
}
