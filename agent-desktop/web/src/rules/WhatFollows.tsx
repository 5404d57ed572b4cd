import { useState } from 'preact/hooks';
import { session } from '../app/session.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { ChoiceField } from '../records/choices.tsx';
import { type Refused, saidAt } from '../records/refused.ts';
import { TextField } from '../records/TextField.tsx';
import { t, title } from '../text/text.ts';
import { asSpam, type RuleForm } from './form.ts';
import { NumberField } from './NumberField.tsx';
import { SkillsField } from './SkillsField.tsx';

interface Properties {
  form: RuleForm;
  refused: Refused | undefined;
  onChange: (form: RuleForm) => void;
}

/** What becomes of a mail that matches. */
export function WhatFollows({ form, refused, onChange }: Properties) {
  const [asking, setAsking] = useState(false);
  const set = (change: Partial<RuleForm>) => onChange({ ...form, ...change });
  return (
    <>
      <label class="choice">
        <input
          type="checkbox"
          checked={form.spam}
          data-testid="field-spam"
          onChange={(event) => {
            if (!event.currentTarget.checked) {
              set({ spam: false });
              return;
            }
            event.currentTarget.checked = false;
            setAsking(true);
          }}
        />
        {t('ruleField.spam')}
      </label>
      {saidAt(refused, 'then.spam') !== undefined && <span class="refusal">{saidAt(refused, 'then.spam')}</span>}
      {!form.spam && <Kept form={form} refused={refused} set={set} />}
      {asking && (
        <Dialog title={t('ruleEditor.spamAsk')} onClose={() => setAsking(false)} testId="spam-ask">
          <p>{t('ruleEditor.spamLead')}</p>
          <div class="form-end">
            <button type="button" onClick={() => setAsking(false)}>
              {t('action.cancel')}
            </button>
            <button
              type="button"
              class="danger"
              data-testid="spam-yes"
              onClick={() => {
                setAsking(false);
                onChange(asSpam(form));
              }}
            >
              {t('ruleEditor.spamYes')}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}

interface KeptProperties extends Omit<Properties, 'onChange'> {
  set: (change: Partial<RuleForm>) => void;
}

/** Of a mail that is not dropped. */
function Kept({ form, refused, set }: KeptProperties) {
  return (
    <>
      <div class="form-grid">
        <ChoiceField
          name="queue"
          label={t('ruleField.queue')}
          value={form.queue}
          choices={[{ value: '', label: t('ruleEditor.ofMailbox') }, ...choicesOf(session.value?.queues, form.queue)]}
          said={saidAt(refused, 'then.queue')}
          onChange={(queue) => set({ queue })}
        />
        <ChoiceField
          name="caseType"
          label={t('ruleField.caseType')}
          value={form.caseType}
          choices={[{ value: '', label: t('choice.none') }, ...choicesOf(session.value?.caseTypes, form.caseType)]}
          said={saidAt(refused, 'then.caseType')}
          onChange={(caseType) => set({ caseType })}
        />
        <NumberField
          name="tier"
          label={t('ruleField.tier')}
          value={form.tier}
          max={100}
          said={saidAt(refused, 'then.tier')}
          onInput={(tier) => set({ tier })}
        />
        <NumberField
          name="headStart"
          label={t('ruleField.headStart')}
          value={form.headStart}
          max={43_200}
          step="any"
          said={saidAt(refused, 'then.headStart')}
          onInput={(headStart) => set({ headStart })}
        />
        <TextField
          name="then.tags"
          label={t('ruleField.tags')}
          value={form.tags}
          refused={refused}
          onInput={(tags) => set({ tags })}
        />
      </div>
      <SkillsField skills={form.skills} refused={refused} onChange={(skills) => set({ skills })} />
      <label class="choice">
        <input
          type="checkbox"
          checked={form.goOn}
          data-testid="field-goOn"
          onChange={(event) => set({ goOn: event.currentTarget.checked })}
        />
        {t('ruleField.goOn')}
      </label>
    </>
  );
}

/** @param present stays a choice also where it is no longer configured */
function choicesOf(all: readonly { id: string; title: { en: string; zh: string } }[] | undefined, present: string) {
  const known = (all ?? []).map((one) => ({ value: one.id, label: title(one.title, one.id) }));
  const missing = present !== '' && !known.some((one) => one.value === present);
  return missing ? [...known, { value: present, label: present }] : known;
}
