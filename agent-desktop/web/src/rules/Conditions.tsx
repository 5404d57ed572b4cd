import { useState } from 'preact/hooks';
import { Icon } from '../parts/Icon.tsx';
import { ChoiceField } from '../records/choices.tsx';
import { t } from '../text/text.ts';
import { ConditionLine } from './ConditionLine.tsx';
import { type Condition, conditionsOf, written } from './cel.ts';

const FIRST: Condition = { field: 'domain', value: '', not: false };

interface Properties {
  /** The expression; conditions are read out of it. */
  when: string;
  onChange: (when: string) => void;
}

/** Common conditions without CEL; what they cannot say is left to the text. */
export function Conditions({ when, onChange }: Properties) {
  const said = conditionsOf(when);
  // One condition alone does not say whether further ones will be needed all or any.
  const [wanted, setWanted] = useState(said?.any ?? false);
  if (said === undefined) {
    return (
      <p class="advice" role="status" data-testid="only-text">
        <Icon name="info" />
        {t('ruleEditor.onlyText')}
      </p>
    );
  }
  const { parts } = said;
  const any = parts.length > 1 ? said.any : wanted;
  const write = (next: readonly Condition[]) => onChange(written({ any, parts: next }));
  return (
    <>
      {parts.length === 0 && <p class="secondary">{t('ruleEditor.every')}</p>}
      {parts.length > 0 && (
        <ChoiceField
          name="join"
          label={t('ruleEditor.join')}
          value={any ? 'any' : 'all'}
          choices={[
            { value: 'all', label: t('ruleEditor.all') },
            { value: 'any', label: t('ruleEditor.any') },
          ]}
          onChange={(value) => {
            setWanted(value === 'any');
            onChange(written({ any: value === 'any', parts }));
          }}
        />
      )}
      {parts.map((condition, at) => (
        <ConditionLine
          key={at}
          number={at + 1}
          condition={condition}
          onChange={(changed) => write(parts.map((one, index) => (index === at ? changed : one)))}
          onRemove={() => write(parts.filter((_, index) => index !== at))}
        />
      ))}
      <button type="button" class="row-add" data-testid="condition-add" onClick={() => write([...parts, FIRST])}>
        <Icon name="plus" />
        {t('ruleEditor.add')}
      </button>
    </>
  );
}
