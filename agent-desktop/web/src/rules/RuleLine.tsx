import type { Rule } from '../api/rules.ts';
import { follow } from '../app/route.ts';
import { may } from '../app/session.ts';
import { addresses } from '../desktop/views.ts';
import { Icon } from '../parts/Icon.tsx';
import { t, title } from '../text/text.ts';
import { ruleDrafts } from './drafts.ts';
import { followsWords } from './words.ts';

interface Properties {
  rule: Rule;
  /** From 1. */
  number: number;
  last: boolean;
  onTurn: (enabled: boolean) => void;
  /** @param focus which of the row's controls has it afterwards */
  onMove: (by: 1 | -1, focus: string) => void;
  onRemove: () => void;
}

export function RuleLine({ rule, number, last, onTurn, onMove, onRemove }: Properties) {
  const name = title(rule.title, rule.id);
  const focusOf = (control: string) => `${control} ${rule.id}`;
  const keys = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    const focused = document.activeElement?.getAttribute('data-focus');
    onMove(event.key === 'ArrowUp' ? -1 : 1, focused ?? focusOf('title'));
  };
  return (
    <tr class={rule.enabled ? '' : 'rule-off'} data-testid="rule-row" onKeyDown={keys}>
      <td class="figures">{number}</td>
      <td>
        <a
          href={addresses.rule(rule.id)}
          onClick={follow}
          data-row-title
          data-focus={focusOf('title')}
          data-testid="rule-title"
        >
          {name}
        </a>
        {ruleDrafts.of(rule.id) !== undefined && <span class="chip">{t('rules.unsaved')}</span>}
        <code class="rule-cel-line">{rule.when}</code>
      </td>
      <td>{followsWords(rule.then)}</td>
      <td>
        <input
          type="checkbox"
          checked={rule.enabled}
          aria-label={t('rules.onOf', { title: name })}
          data-focus={focusOf('switch')}
          data-testid="rule-switch"
          onChange={(event) => onTurn(event.currentTarget.checked)}
        />
      </td>
      <td>
        <span class="rule-actions">
          {/* Never disabled: at an end the focus would fall out of the row. */}
          <button
            type="button"
            class="quiet square small"
            aria-label={t('rules.upOf', { title: name })}
            aria-disabled={number === 1}
            data-focus={focusOf('up')}
            data-testid="rule-up"
            onClick={() => onMove(-1, focusOf('up'))}
          >
            <span class="rule-up">
              <Icon name="down" />
            </span>
          </button>
          <button
            type="button"
            class="quiet square small"
            aria-label={t('rules.downOf', { title: name })}
            aria-disabled={last}
            data-focus={focusOf('down')}
            data-testid="rule-down"
            onClick={() => onMove(1, focusOf('down'))}
          >
            <Icon name="down" />
          </button>
          <a
            class="button quiet square small"
            href={addresses.copyRule(rule.id)}
            onClick={follow}
            aria-label={t('rules.copyOf', { title: name })}
            data-testid="rule-copy"
          >
            <Icon name="copy" />
          </a>
          {may('configuration.delete') && (
            <button
              type="button"
              class="quiet square small"
              aria-label={t('rules.removeOf', { title: name })}
              data-testid="rule-remove"
              onClick={onRemove}
            >
              <Icon name="bin" />
            </button>
          )}
        </span>
      </td>
    </tr>
  );
}
