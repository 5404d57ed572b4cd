import { useId } from 'preact/hooks';
import { t } from '../text/text.ts';
import { ChoiceField } from './choices.tsx';
import type { Form } from './form.ts';
import { type Refused, saidAt } from './refused.ts';
import { COUNTRIES } from './suggestions.ts';
import { TextField } from './TextField.tsx';

interface Properties {
  form: Form;
  refused: Refused | undefined;
  onChange: (change: Partial<Form>) => void;
}

export function AddressFields({ form, refused, onChange }: Properties) {
  const id = useId();
  const said = saidAt(refused, 'address.lines');
  const countries = COUNTRIES();
  const known = form.country === '' || countries.some((one) => one.value === form.country);
  return (
    <>
      <div class="field wide-field">
        <label for={id}>{t('record.lines')}</label>
        <textarea
          id={id}
          name="address.lines"
          rows={2}
          value={form.lines}
          aria-invalid={said !== undefined}
          aria-describedby={said === undefined ? undefined : `${id}-said`}
          onInput={(event) => onChange({ lines: event.currentTarget.value })}
        />
        {said !== undefined && (
          <span id={`${id}-said`} class="refusal">
            {said}
          </span>
        )}
      </div>
      <TextField
        name="address.postalCode"
        label={t('record.postalCode')}
        value={form.postalCode}
        refused={refused}
        onInput={(postalCode) => onChange({ postalCode })}
      />
      <TextField
        name="address.city"
        label={t('record.city')}
        value={form.city}
        refused={refused}
        onInput={(city) => onChange({ city })}
      />
      <TextField
        name="address.region"
        label={t('record.region')}
        value={form.region}
        refused={refused}
        onInput={(region) => onChange({ region })}
      />
      <ChoiceField
        name="address.country"
        label={t('record.country')}
        value={form.country}
        choices={[
          { value: '', label: t('choice.none') },
          ...(known ? [] : [{ value: form.country, label: form.country }]),
          ...countries,
        ]}
        said={saidAt(refused, 'address.country')}
        onChange={(country) => onChange({ country })}
      />
    </>
  );
}
