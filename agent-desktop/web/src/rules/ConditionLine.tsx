import { Icon } from '../parts/Icon.tsx';
import { t } from '../text/text.ts';
import { type Condition, FIELDS, type Field, isFact, TEXTS } from './cel.ts';
import { ValueField } from './ValueField.tsx';

interface Properties {
  /** From 1. */
  number: number;
  condition: Condition;
  onChange: (condition: Condition) => void;
  onRemove: () => void;
}

/** About what, how, and which. */
export function ConditionLine({ number, condition, onChange, onRemove }: Properties) {
  const { field, not, value } = condition;
  const [so, notSo] = howOf(field);
  return (
    <fieldset class="rule-condition" aria-label={t('ruleEditor.condition', { number })} data-testid="condition">
      <select
        aria-label={t('ruleEditor.about')}
        value={field}
        data-testid="condition-field"
        onChange={(event) => {
          const chosen = event.currentTarget.value as Field;
          // What was written about one thing means nothing about another, except among texts.
          const keeps = isText(chosen) && isText(field);
          onChange({ field: chosen, value: keeps ? value : '', not });
        }}
      >
        {FIELDS.map((one) => (
          <option key={one} value={one}>
            {t(`condition.${one}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('ruleEditor.how')}
        value={not ? 'not' : 'so'}
        data-testid="condition-how"
        onChange={(event) => onChange({ ...condition, not: event.currentTarget.value === 'not' })}
      >
        <option value="so">{t(`how.${so}`)}</option>
        <option value="not">{t(`how.${notSo}`)}</option>
      </select>
      {isFact(field) ? (
        <span class="rule-no-value" />
      ) : (
        <ValueField field={field} value={value} onChange={(written) => onChange({ ...condition, value: written })} />
      )}
      <button
        type="button"
        class="quiet square"
        aria-label={t('ruleEditor.removeCondition', { number })}
        data-testid="condition-remove"
        onClick={onRemove}
      >
        <Icon name="bin" />
      </button>
    </fieldset>
  );
}

function howOf(field: Field) {
  if (isFact(field)) return ['so', 'notSo'] as const;
  if (isText(field)) return ['contains', 'containsNot'] as const;
  return field === 'attachment' ? (['there', 'notThere'] as const) : (['is', 'isNot'] as const);
}

const isText = (field: Field): boolean => TEXTS.some((one) => one === field);
