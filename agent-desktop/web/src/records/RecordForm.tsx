import type { ComponentChildren } from 'preact';
import type { RecordKind } from '../api/records.ts';
import { Kbd } from '../parts/Kbd.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { t } from '../text/text.ts';
import { AddressFields } from './AddressFields.tsx';
import { ConsentsField } from './ConsentsField.tsx';
import { OwnerField, SegmentField } from './choices.tsx';
import type { Form } from './form.ts';
import { NeverOfferedField } from './NeverOfferedField.tsx';
import { OrganisationField } from './OrganisationField.tsx';
import { PointsField } from './PointsField.tsx';
import { type Refused, saidAt } from './refused.ts';
import { LANGUAGES, TIME_ZONES } from './suggestions.ts';
import { TextField } from './TextField.tsx';
import { useWriting } from './writing.ts';

interface Properties {
  kind: RecordKind;
  title: string;
  form: Form;
  refused: Refused | undefined;
  busy: boolean;
  onChange: (form: Form) => void;
  onSave: () => void;
  onCancel: () => void;
}

/** Everything of a record, to write. What the server does not take is said where it stands. */
export function RecordForm({ kind, title, form, refused, busy, onChange, onSave, onCancel }: Properties) {
  const element = useWriting(refused);
  const set = (change: Partial<Form>) => onChange({ ...form, ...change });
  const person = kind === 'customers';
  return (
    <form
      ref={element}
      class="card record-form"
      aria-label={title}
      data-testid="record-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSave();
      }}
    >
      <h1>{title}</h1>
      {refused && <Refusal text={refused.words} />}
      <Group title={t('record.group.who')}>
        <TextField
          name="name"
          label={t('record.name')}
          value={form.name}
          refused={refused}
          required
          wide
          onInput={(name) => set({ name })}
        />
        {person && (
          <>
            <TextField
              name="givenName"
              label={t('record.givenName')}
              value={form.givenName}
              refused={refused}
              onInput={(givenName) => set({ givenName })}
            />
            <TextField
              name="familyName"
              label={t('record.familyName')}
              value={form.familyName}
              refused={refused}
              onInput={(familyName) => set({ familyName })}
            />
            <TextField
              name="reading"
              label={t('record.reading')}
              value={form.reading}
              refused={refused}
              onInput={(reading) => set({ reading })}
            />
          </>
        )}
        <SegmentField value={form.segment} refused={refused} onChange={(segment) => set({ segment })} />
        <OrganisationField
          name={person ? 'organisation' : 'parent'}
          label={t(`record.within.${kind}`)}
          value={form.within}
          said={saidAt(refused, person ? 'organisation' : 'parent')}
          onChange={(within) => set({ within })}
        />
        <OwnerField
          label={t('record.owner')}
          value={form.owner}
          refused={refused}
          onChange={(owner) => set({ owner })}
        />
        {person && (
          <NeverOfferedField
            agents={form.neverOffered}
            refused={refused}
            onChange={(neverOffered) => set({ neverOffered })}
          />
        )}
        <TextField
          name="tags"
          label={t('record.tags')}
          value={form.tags}
          refused={refused}
          hint={t('record.tagsHint')}
          onInput={(tags) => set({ tags })}
        />
      </Group>
      <Group title={t('record.points')}>
        <PointsField points={form.points} refused={refused} onChange={(points) => set({ points })} />
      </Group>
      <Group title={t('record.group.where')}>
        <TextField
          name="language"
          label={t('record.language')}
          value={form.language}
          refused={refused}
          suggestions={LANGUAGES}
          onInput={(language) => set({ language })}
        />
        <TextField
          name="timeZone"
          label={t('record.timeZone')}
          value={form.timeZone}
          refused={refused}
          suggestions={TIME_ZONES}
          onInput={(timeZone) => set({ timeZone })}
        />
        <AddressFields form={form} refused={refused} onChange={set} />
      </Group>
      {person && (
        <Group title={t('record.consents')}>
          <ConsentsField consents={form.consents} refused={refused} onChange={(consents) => set({ consents })} />
        </Group>
      )}
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
