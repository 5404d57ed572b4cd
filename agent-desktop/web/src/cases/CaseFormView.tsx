import type { ComponentChildren } from 'preact';
import { PRIORITIES, type Priority } from '../api/cases.ts';
import { FoundField } from '../find/FoundField.tsx';
import type { HitKind } from '../find/finding.ts';
import { Kbd } from '../parts/Kbd.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { ChoiceField, OwnerField } from '../records/choices.tsx';
import { OrganisationField } from '../records/OrganisationField.tsx';
import { type Refused, saidAt } from '../records/refused.ts';
import { TextField } from '../records/TextField.tsx';
import { useWriting } from '../records/writing.ts';
import { t } from '../text/text.ts';
import type { CaseForm } from './form.ts';
import { LongField } from './LongField.tsx';
import { ProductField } from './ProductField.tsx';
import { categoryChoices, teamChoices, typeChoices, typeOf } from './words.ts';

const PEOPLE: readonly HitKind[] = ['customers'];

interface Properties {
  title: string;
  form: CaseForm;
  refused: Refused | undefined;
  busy: boolean;
  onChange: (form: CaseForm) => void;
  onSave: () => void;
  onCancel: () => void;
}

/** Everything of a case but its state, to write. What the server does not take is said where it stands. */
export function CaseFormView({ title, form, refused, busy, onChange, onSave, onCancel }: Properties) {
  const element = useWriting(refused);
  const set = (change: Partial<CaseForm>) => onChange({ ...form, ...change });
  return (
    <form
      ref={element}
      class="card record-form"
      aria-label={title}
      data-testid="case-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSave();
      }}
    >
      <h1>{title}</h1>
      {refused && <Refusal text={refused.words} />}
      <Group title={t('case.group.what')}>
        <TextField
          name="subject"
          label={t('case.subject')}
          value={form.subject}
          refused={refused}
          required
          wide
          onInput={(subject) => set({ subject })}
        />
        <LongField
          name="description"
          label={t('case.description')}
          value={form.description}
          refused={refused}
          rows={5}
          onInput={(description) => set({ description })}
        />
        <ChoiceField
          name="type"
          label={t('case.type')}
          value={form.type}
          choices={typeChoices(form.type)}
          said={saidAt(refused, 'type')}
          onChange={(type) => set({ type })}
        />
        <ChoiceField
          name="category"
          label={t('case.category')}
          value={form.category}
          choices={[{ value: '', label: t('choice.none') }, ...categoryChoices(form.category)]}
          said={saidAt(refused, 'category')}
          onChange={(category) => set({ category })}
        />
        <ChoiceField
          name="priority"
          label={t('case.priority')}
          value={form.priority}
          choices={PRIORITIES.map((value) => ({ value, label: t(`casePriority.${value}`) }))}
          said={saidAt(refused, 'priority')}
          onChange={(priority) => set({ priority: priority as Priority })}
        />
        <ProductField value={form.product} refused={refused} onChange={(product) => set({ product })} />
      </Group>
      {(typeOf(form.type)?.complaint || form.cause !== '' || form.remedy !== '') && (
        <Group title={t('case.complaint')}>
          <p class="secondary wide-field">{t('case.complaintHint')}</p>
          <LongField
            name="cause"
            label={t('case.cause')}
            value={form.cause}
            refused={refused}
            rows={2}
            onInput={(cause) => set({ cause })}
          />
          <LongField
            name="remedy"
            label={t('case.remedy')}
            value={form.remedy}
            refused={refused}
            rows={2}
            onInput={(remedy) => set({ remedy })}
          />
        </Group>
      )}
      <Group title={t('case.group.who')}>
        <FoundField
          name="customer"
          label={t('case.customer')}
          placeholder={t('case.findCustomer')}
          kinds={PEOPLE}
          value={form.customer}
          said={saidAt(refused, 'customer')}
          onChange={(hit) => set({ customer: hit && { id: hit.id, name: hit.name } })}
        />
        <OrganisationField
          name="organisation"
          label={t('case.organisation')}
          value={form.organisation}
          said={saidAt(refused, 'organisation')}
          onChange={(organisation) => set({ organisation })}
        />
        <OwnerField label={t('case.owner')} value={form.owner} refused={refused} onChange={(owner) => set({ owner })} />
        <ChoiceField
          name="team"
          label={t('case.team')}
          value={form.team}
          choices={[{ value: '', label: t('choice.none') }, ...teamChoices(form.team)]}
          said={saidAt(refused, 'team')}
          onChange={(team) => set({ team })}
        />
      </Group>
      <div class="form-end">
        <button type="button" onClick={onCancel}>
          {t('action.cancel')}
        </button>
        <button type="submit" class="primary" disabled={busy} data-testid="save">
          {t('action.save')}
          <Kbd>Ctrl ⏎</Kbd>
        </button>
      </div>
    </form>
  );
}

function Group({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <fieldset class="form-group">
      <legend>{title}</legend>
      <div class="form-grid">{children}</div>
    </fieldset>
  );
}
