import { Icon } from '../parts/Icon.tsx';
import { type Key, t } from '../text/text.ts';

interface Properties {
  variables: readonly { name: string; meaning: Key }[];
  onInsert: (name: string) => void;
}

/** What can be asked about or put in, each with its meaning; a press inserts it where the cursor was. */
export function VariableList({ variables, onInsert }: Properties) {
  return (
    <section class="rule-variables" aria-label={t('ruleEditor.variables')}>
      <h2>{t('ruleEditor.variables')}</h2>
      <ul>
        {variables.map(({ name, meaning }) => (
          <li key={name}>
            <button
              type="button"
              class="quiet small"
              aria-label={t('ruleEditor.insert', { name, meaning: t(meaning) })}
              data-testid={`insert-${name}`}
              onClick={() => onInsert(name)}
            >
              <code>{name}</code>
              <Icon name="plus" size={12} />
            </button>
            <span class="secondary">{t(meaning)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
