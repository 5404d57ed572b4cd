import { Refusal } from '../parts/Refusal.tsx';
import { type Refused, saidAt } from '../records/refused.ts';
import { TextField } from '../records/TextField.tsx';
import { useWriting } from '../records/writing.ts';
import { t } from '../text/text.ts';
import { Conditions } from './Conditions.tsx';
import { ExpressionField } from './ExpressionField.tsx';
import type { RuleForm } from './form.ts';
import { TrialPart } from './TrialPart.tsx';
import { WhatFollows } from './WhatFollows.tsx';

interface Properties {
  /** Of the rule among those that are tried. */
  place: string;
  form: RuleForm;
  refused: Refused | undefined;
  busy: boolean;
  onChange: (form: RuleForm) => void;
  onSave: () => void;
  onCancel: () => void;
}

export function RuleFields({ place, form, refused, busy, onChange, onSave, onCancel }: Properties) {
  const element = useWriting(refused);
  const set = (change: Partial<RuleForm>) => onChange({ ...form, ...change });
  return (
    <form
      ref={element}
      class="card record-form"
      data-testid="rule-form"
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
          value={form.titleEn}
          refused={refused}
          required
          onInput={(titleEn) => set({ titleEn })}
        />
        <TextField
          name="title.zh"
          label={t('ruleField.titleZh')}
          value={form.titleZh}
          refused={refused}
          required
          onInput={(titleZh) => set({ titleZh })}
        />
      </div>
      <label class="choice">
        <input
          type="checkbox"
          checked={form.enabled}
          data-testid="field-enabled"
          onChange={(event) => set({ enabled: event.currentTarget.checked })}
        />
        {t('ruleField.enabled')}
      </label>
      <fieldset class="form-group rule-group">
        <legend>{t('ruleEditor.conditions')}</legend>
        <Conditions when={form.when} onChange={(when) => set({ when })} />
        <ExpressionField value={form.when} said={saidAt(refused, 'when')} onInput={(when) => set({ when })} />
      </fieldset>
      <fieldset class="form-group rule-group">
        <legend>{t('ruleEditor.follows')}</legend>
        <WhatFollows form={form} refused={refused} onChange={onChange} />
      </fieldset>
      <TrialPart rule={place} form={form} />
      <div class="form-end">
        <button type="button" onClick={onCancel}>
          {t('action.cancel')}
        </button>
        <button type="submit" class="primary" disabled={busy} data-testid="rule-save">
          {t('action.save')}
        </button>
      </div>
    </form>
  );
}
