import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../text/text.ts';
import { type Fault, faultIn, offsetOf } from './fault.ts';
import { VariableList } from './VariableList.tsx';
import { VARIABLES } from './variables.ts';

interface Properties {
  value: string;
  /** What the server has against it, naming line and column. */
  said: string | undefined;
  onInput: (value: string) => void;
}

/** The expression itself, with what it can ask about beside it; a refusal is shown at its place. */
export function ExpressionField({ value, said, onInput }: Properties) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const fault = said === undefined ? undefined : faultIn(said);
  useEffect(() => {
    const shown = field.current;
    if (shown === null || fault === undefined) return;
    shown.focus();
    const at = offsetOf(shown.value, fault);
    shown.setSelectionRange(at, at + 1);
  }, [said]);
  const insert = (name: string) => {
    const shown = field.current;
    if (shown === null) return;
    shown.setRangeText(name, shown.selectionStart, shown.selectionEnd, 'end');
    onInput(shown.value);
    shown.focus();
  };
  return (
    <div class="rule-expression">
      <div class="field">
        <label for={id}>{t('ruleField.when')}</label>
        <textarea
          ref={field}
          id={id}
          class="rule-cel"
          rows={6}
          value={value}
          required
          maxLength={4_000}
          spellcheck={false}
          autocapitalize="off"
          aria-invalid={said !== undefined}
          aria-describedby={`${id}-more`}
          data-testid="field-when"
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        <div id={`${id}-more`} class={said === undefined ? 'secondary' : 'refusal rule-fault'}>
          {said ?? t('ruleEditor.whenHint')}
          {fault && <Wrong text={value} fault={fault} />}
        </div>
      </div>
      <VariableList variables={VARIABLES} onInsert={insert} />
    </div>
  );
}

/** The line with the mark in it; the text may have gone on since the server spoke. */
function Wrong({ text, fault }: { text: string; fault: Fault }) {
  const line = text.split('\n')[fault.line - 1];
  if (line === undefined) return null;
  const at = offsetOf(line, { line: 1, column: fault.column });
  const found = [...line.slice(at)][0] ?? ' ';
  return (
    <code class="rule-wrong" data-testid="wrong">
      {line.slice(0, at)}
      <mark title={t('ruleEditor.wrongHere')}>{found}</mark>
      {line.slice(at + found.length)}
    </code>
  );
}
