import { useEffect, useRef } from 'preact/hooks';
import type { Rule } from '../api/rules.ts';
import { moveFocus } from '../articles/moveFocus.ts';
import { t } from '../text/text.ts';
import { RuleLine } from './RuleLine.tsx';

interface Properties {
  /** In their order. */
  rules: readonly Rule[];
  /** Of the last move: another object each time. */
  last: { focus: string };
  onTurn: (id: string, enabled: boolean) => void;
  onMove: (id: string, by: 1 | -1, focus: string) => void;
  onRemove: (rule: Rule) => void;
}

export function RuleTable({ rules, last, onTurn, onMove, onRemove }: Properties) {
  const table = useRef<HTMLTableElement>(null);
  // A row that was moved took the focus out of the page with it.
  useEffect(() => {
    if (last.focus === '') return;
    table.current?.querySelector<HTMLElement>(`[data-focus="${CSS.escape(last.focus)}"]`)?.focus();
  }, [last]);
  return (
    <div class="table-scroll">
      <table ref={table} class="records rule-table" onKeyDown={moveFocus}>
        <thead>
          <tr>
            <th scope="col">{t('rules.place')}</th>
            <th scope="col">{t('rules.when')}</th>
            <th scope="col">{t('rules.then')}</th>
            <th scope="col">{t('rules.on')}</th>
            <th scope="col">{t('rules.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule, at) => (
            <RuleLine
              key={rule.id}
              rule={rule}
              number={at + 1}
              last={at === rules.length - 1}
              onTurn={(enabled) => onTurn(rule.id, enabled)}
              onMove={(by, focus) => onMove(rule.id, by, focus)}
              onRemove={() => onRemove(rule)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
