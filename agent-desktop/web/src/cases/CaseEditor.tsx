import { useState } from 'preact/hooks';
import { type Case, cases } from '../api/cases.ts';
import { Problem } from '../api/problem.ts';
import { tell } from '../app/toasts.ts';
import { type Refused, refusedBy } from '../records/refused.ts';
import { forgetUnsaved, keepUnsaved, unsavedOf } from '../records/unsaved.ts';
import { VersionChoice } from '../records/VersionChoice.tsx';
import { t } from '../text/text.ts';
import { CaseFormView } from './CaseFormView.tsx';
import { CASE_WORDS } from './fieldWords.ts';
import { type CaseForm, caseDraft, caseForm } from './form.ts';

interface Properties {
  of: Case;
  /** What had to be put right before something else could be done, if that is why it is changed. */
  because: Refused | undefined;
  onDone: (changed: Case) => void;
  onCancel: () => void;
}

/** Changes a case as a whole; where somebody was faster, both versions are put side by side. */
export function CaseEditor({ of, because, onDone, onCancel }: Properties) {
  const [start] = useState(
    () => unsavedOf<CaseForm>(of.id) ?? { read: caseForm(of), version: of.version, form: caseForm(of) },
  );
  const [form, setForm] = useState(start.form);
  const [read, setRead] = useState({ form: start.read, version: start.version });
  const [present, setPresent] = useState<Case>();
  const [refused, setRefused] = useState(because);
  const [busy, setBusy] = useState(false);

  const save = async (wanted: CaseForm, version: number) => {
    setBusy(true);
    setRefused(undefined);
    try {
      const changed = await cases.change({ id: of.id, version }, caseDraft(wanted));
      forgetUnsaved(of.id);
      tell(t('case.saved'));
      onDone(changed);
    } catch (error) {
      setBusy(false);
      setForm(wanted);
      const faster = error instanceof Problem && error.status === 412 && error.present !== undefined;
      setPresent(faster ? (error.present as Case) : undefined);
      if (!faster) setRefused(refusedBy(error));
    }
  };
  if (present !== undefined) {
    return (
      <VersionChoice
        fields={CASE_WORDS}
        read={read.form}
        mine={form}
        theirs={caseForm(present)}
        changedAt={present.changedAt}
        busy={busy}
        onChosen={(merged) => {
          // From here on the present version is what was read.
          const now = { read: caseForm(present), version: present.version };
          setRead({ form: now.read, version: now.version });
          keepUnsaved(of.id, { ...now, form: merged });
          void save(merged, present.version);
        }}
        onCancel={() => setPresent(undefined)}
      />
    );
  }
  return (
    <CaseFormView
      title={t('case.edit', { number: of.number })}
      form={form}
      refused={refused}
      busy={busy}
      onChange={(next) => {
        setForm(next);
        keepUnsaved(of.id, { read: read.form, version: read.version, form: next });
      }}
      onSave={() => void save(form, read.version)}
      onCancel={() => {
        forgetUnsaved(of.id);
        onCancel();
      }}
    />
  );
}
