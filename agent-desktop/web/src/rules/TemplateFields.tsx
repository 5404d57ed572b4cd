import { useEffect, useState } from 'preact/hooks';
import { session } from '../app/session.ts';
import { LanguageTabs } from '../articles/LanguageTabs.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { ChoiceField } from '../records/choices.tsx';
import { type Refused, saidAt } from '../records/refused.ts';
import { TextField } from '../records/TextField.tsx';
import { useWriting } from '../records/writing.ts';
import { language as ofPage, t, title } from '../text/text.ts';
import { languagesOf, PURPOSES, type TextForm, withLanguage, withoutLanguage } from './textForm.ts';
import { purposeName } from './textWords.ts';
import { WrittenText } from './WrittenText.tsx';

interface Properties {
  form: TextForm;
  refused: Refused | undefined;
  busy: boolean;
  onChange: (form: TextForm) => void;
  onSave: () => void;
  onCancel: () => void;
}

export function TemplateFields({ form, refused, busy, onChange, onSave, onCancel }: Properties) {
  const element = useWriting(refused);
  const [wanted, setWanted] = useState<string>(ofPage.peek());
  // A refusal of a language that is not shown would not be found.
  useEffect(() => {
    const named = /^texts\.(\w+)/.exec(refused?.field ?? '')?.[1];
    if (named !== undefined) setWanted(named);
  }, [refused]);
  const languages = languagesOf(form);
  const shown = languages.includes(wanted) ? wanted : (languages[0] ?? 'en');
  const set = (field: string, value: string) => onChange({ ...form, [field]: value });
  const { titleEn = '', titleZh = '', purpose = '', queue = '' } = form;
  const purposes = [...new Set<string>([...PURPOSES, purpose])];
  const queues = (session.value?.queues ?? []).map((one) => ({ value: one.id, label: title(one.title, one.id) }));
  return (
    <form
      ref={element}
      class="card record-form"
      data-testid="text-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSave();
      }}
    >
      {refused !== undefined && <Refusal text={refused.words} />}
      <div class="form-grid">
        <TextField
          name="title.en"
          label={t('ruleField.titleEn')}
          value={titleEn}
          refused={refused}
          required
          onInput={(value) => set('titleEn', value)}
        />
        <TextField
          name="title.zh"
          label={t('ruleField.titleZh')}
          value={titleZh}
          refused={refused}
          required
          onInput={(value) => set('titleZh', value)}
        />
        <ChoiceField
          name="purpose"
          label={t('ruleTexts.purpose')}
          value={purpose}
          choices={purposes.map((value) => ({ value, label: purposeName(value) }))}
          said={saidAt(refused, 'purpose')}
          onChange={(value) => set('purpose', value)}
        />
        <ChoiceField
          name="queue"
          label={t('ruleTexts.queue')}
          value={queue}
          choices={[{ value: '', label: t('ruleTexts.everyQueue') }, ...queues]}
          said={saidAt(refused, 'queue')}
          onChange={(value) => set('queue', value)}
        />
      </div>
      <LanguageTabs
        languages={languages}
        shown={shown}
        onShow={setWanted}
        onAdd={(added) => {
          onChange(withLanguage(form, added));
          setWanted(added);
        }}
        onRemove={(removed) => onChange(withoutLanguage(form, removed))}
      />
      <WrittenText key={shown} language={shown} form={form} refused={refused} onChange={set} />
      <div class="form-end">
        <button type="button" onClick={onCancel}>
          {t('action.cancel')}
        </button>
        <button type="submit" class="primary" disabled={busy} data-testid="text-save">
          {t('action.save')}
        </button>
      </div>
    </form>
  );
}
