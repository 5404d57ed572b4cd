import { useState } from 'preact/hooks';
import { rules, type Template } from '../api/rules.ts';
import { go } from '../app/route.ts';
import { tell } from '../app/toasts.ts';
import { addresses } from '../desktop/views.ts';
import { type Refused, refusedBy } from '../records/refused.ts';
import { t, title } from '../text/text.ts';
import { presentOf } from './book.ts';
import { textDrafts } from './drafts.ts';
import { idFor } from './form.ts';
import { TemplateFields } from './TemplateFields.tsx';
import { TwoVersions } from './TwoVersions.tsx';
import { fieldsOf, inFields, type TextForm, templateOf, textFormOf } from './textForm.ts';
import { textFieldLines, textFieldName } from './textWords.ts';

interface Properties {
  /** Under which what is not saved is kept. */
  place: string;
  /** None: a new one. */
  text?: Template;
  fresh: TextForm;
  /** Ids that a new one cannot have. */
  taken: readonly string[];
}

/** Writes a text in its languages; where somebody was faster, both versions are put side by side. */
export function TextEditor({ place, text, fresh, taken }: Properties) {
  const [begun] = useState(() => textDrafts.of(place) !== undefined);
  const [present, setPresent] = useState<Template>();
  const [refused, setRefused] = useState<Refused>();
  const [busy, setBusy] = useState(false);
  const unsaved = textDrafts.of(place);
  const form = unsaved?.form ?? fresh;
  const read = unsaved?.read ?? fresh;
  const version = unsaved === undefined ? text?.version : unsaved.version;
  const keep = (next: TextForm, base: TextForm, from: number | undefined) =>
    textDrafts.keep(place, { read: base, ...(from === undefined ? {} : { version: from }), form: next });
  const leave = () => {
    textDrafts.forget(place);
    go(addresses.mailTexts);
  };
  const save = async (wanted: TextForm, from: number | undefined) => {
    setBusy(true);
    setRefused(undefined);
    try {
      const saved = await rules.putText(
        text?.id ?? idFor(wanted.titleEn ?? '', 'text', taken),
        templateOf(wanted),
        from,
      );
      tell(t('ruleTexts.saved', { title: title(saved.title, saved.id) }));
      leave();
    } catch (error) {
      setBusy(false);
      const faster = text === undefined ? undefined : presentOf<Template>(error);
      setPresent(faster);
      if (faster === undefined) setRefused(refusedBy(error));
    }
  };
  if (present !== undefined) {
    const theirs = textFormOf(present);
    const all = fieldsOf(form, theirs);
    return (
      <TwoVersions
        kind="mailTemplates"
        present={present}
        fields={{ all, nameOf: textFieldName, linesOf: textFieldLines }}
        read={inFields(read, all)}
        mine={inFields(form, all)}
        theirs={inFields(theirs, all)}
        busy={busy}
        onChosen={(merged) => {
          keep(merged, theirs, present.version);
          void save(merged, present.version);
        }}
        onCancel={() => setPresent(undefined)}
      />
    );
  }
  return (
    <>
      {begun && unsaved !== undefined && (
        <p class="banner info inside" role="status">
          <span>{t('ruleEditor.kept')}</span>
          <button type="button" class="small" data-testid="discard" onClick={() => textDrafts.forget(place)}>
            {t('ruleEditor.discard')}
          </button>
        </p>
      )}
      <TemplateFields
        form={form}
        refused={refused}
        busy={busy}
        onChange={(next) => keep(next, read, version)}
        onSave={() => void save(form, version)}
        onCancel={leave}
      />
    </>
  );
}
