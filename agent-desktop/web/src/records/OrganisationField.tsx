import type { RecordKind } from '../api/records.ts';
import type { Named } from '../api/types.ts';
import { FindBox } from '../find/FindBox.tsx';
import { Icon } from '../parts/Icon.tsx';
import { t } from '../text/text.ts';

const ORGANISATIONS: readonly RecordKind[] = ['organisations'];

interface Properties {
  name: string;
  label: string;
  value: Named | undefined;
  said?: string | undefined;
  onChange: (organisation: Named | undefined) => void;
}

/** Finds the organisation that something belongs to. */
export function OrganisationField({ name, label, value, said, onChange }: Properties) {
  return (
    <div class="field" data-testid={`field-${name}`}>
      <span>{label}</span>
      {value === undefined ? (
        <FindBox
          label={label}
          placeholder={t('choice.findOrganisation')}
          kinds={ORGANISATIONS}
          testId={`find-${name}`}
          onChoose={(hit) => onChange({ id: hit.id, name: hit.name })}
        />
      ) : (
        <span class="chosen">
          <span>{value.name}</span>
          <button
            type="button"
            class="quiet square"
            aria-label={t('choice.remove', { name: value.name })}
            onClick={() => onChange(undefined)}
          >
            <Icon name="close" />
          </button>
        </span>
      )}
      {said !== undefined && (
        <span class="refusal" role="alert">
          {said}
        </span>
      )}
    </div>
  );
}
