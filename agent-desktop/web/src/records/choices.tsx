import { useId } from 'preact/hooks';
import type { Named } from '../api/types.ts';
import { session } from '../app/session.ts';
import { t, title } from '../text/text.ts';
import { type Refused, saidAt } from './refused.ts';

interface Choice {
  value: string;
  label: string;
}

interface Properties {
  name: string;
  label: string;
  value: string;
  choices: readonly Choice[];
  said?: string | undefined;
  onChange: (value: string) => void;
}

/** One of a few, or nothing. */
export function ChoiceField({ name, label, value, choices, said, onChange }: Properties) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        name={name}
        value={value}
        aria-invalid={said !== undefined}
        aria-describedby={said === undefined ? undefined : `${id}-said`}
        data-testid={`field-${name}`}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      {said !== undefined && (
        <span id={`${id}-said`} class="refusal">
          {said}
        </span>
      )}
    </div>
  );
}

export function SegmentField(properties: {
  value: string;
  refused: Refused | undefined;
  onChange: (segment: string) => void;
}) {
  const { value, refused, onChange } = properties;
  return (
    <ChoiceField
      name="segment"
      label={t('record.segment')}
      value={value}
      choices={[{ value: '', label: t('choice.none') }, ...segmentChoices(value)]}
      said={saidAt(refused, 'segment')}
      onChange={onChange}
    />
  );
}

/** Nobody, oneself, or who it is now: there is no list of colleagues for everybody. */
export function OwnerField(properties: {
  label: string;
  value: Named | undefined;
  refused: Refused | undefined;
  onChange: (owner: Named | undefined) => void;
}) {
  const { label, value, refused, onChange } = properties;
  const me = session.value?.agent;
  const known: Named[] = me === undefined ? [] : [{ id: me.id, name: t('choice.me', { name: me.name }) }];
  if (value !== undefined && value.id !== me?.id) known.push(value);
  return (
    <ChoiceField
      name="owner"
      label={label}
      value={value?.id ?? ''}
      choices={[{ value: '', label: t('choice.nobody') }, ...known.map((one) => ({ value: one.id, label: one.name }))]}
      said={saidAt(refused, 'owner')}
      onChange={(id) => {
        const chosen = id === me?.id ? me : value;
        onChange(id === '' || chosen === undefined ? undefined : { id: chosen.id, name: chosen.name });
      }}
    />
  );
}

/** @param present stays a choice also where it is no longer configured */
export function segmentChoices(present: string): Choice[] {
  const known = (session.value?.customerSegments ?? []).map((one) => ({
    value: one.id,
    label: title(one.title, one.id),
  }));
  const missing = present !== '' && !known.some((one) => one.value === present);
  return missing ? [...known, { value: present, label: present }] : known;
}
