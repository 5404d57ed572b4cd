import type { Named } from '../api/types.ts';
import { Icon } from '../parts/Icon.tsx';
import { t } from '../text/text.ts';
import { FindBox } from './FindBox.tsx';
import type { Hit, HitKind } from './finding.ts';

interface Properties {
  name: string;
  label: string;
  placeholder: string;
  kinds: readonly HitKind[];
  /** The id of what is at hand, which is not looked for. */
  except?: string;
  value: Named | undefined;
  said?: string | undefined;
  onChange: (found: Hit | undefined) => void;
}

/** Something on record that is looked for, and stands there once it was found. */
export function FoundField({ name, label, placeholder, kinds, except, value, said, onChange }: Properties) {
  return (
    <div class="field" data-testid={`field-${name}`}>
      <span>{label}</span>
      {value === undefined ? (
        <FindBox
          label={label}
          placeholder={placeholder}
          kinds={kinds}
          except={except}
          testId={`find-${name}`}
          onChoose={onChange}
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
