import { useId, useRef } from 'preact/hooks';
import { type Refused, saidAt } from '../records/refused.ts';
import { languageName } from '../text/format.ts';
import { t } from '../text/text.ts';
import { filled, IN_KEYS, variablesOf } from './filling.ts';
import { keyOf, part, type TextForm } from './textForm.ts';
import { VariableList } from './VariableList.tsx';

interface Properties {
  language: string;
  form: TextForm;
  refused: Refused | undefined;
  onChange: (field: string, value: string) => void;
}

/** Subject and body in one language, the variables beside them, and how it would read. */
export function WrittenText({ language, form, refused, onChange }: Properties) {
  const id = useId();
  const subject = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLTextAreaElement>(null);
  // Where the cursor was last is where a variable goes.
  const last = useRef<'subject' | 'body'>('body');
  const name = languageName(language);
  const variables = variablesOf(form.purpose ?? '');
  const insert = (variable: string) => {
    const field = last.current === 'subject' ? subject.current : body.current;
    if (field === null) return;
    field.setRangeText(`{${variable}}`, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
    onChange(keyOf(language, last.current), field.value);
    field.focus();
  };
  const saidOf = (of: 'subject' | 'body') => saidAt(refused, `texts.${language}.${of}`);
  // What is wrong with a text as a whole, as a variable that is none, is said below it.
  const wrong = refused?.field === `texts.${language}` ? refused.words : saidOf('body');
  const samples = Object.fromEntries(variables.map((variable) => [variable, t(`sample.${IN_KEYS[variable]}`)]));
  return (
    <>
      <div class="rule-expression">
        <div class="rows">
          <div class="field">
            <label for={`${id}-subject`}>{t('ruleTexts.subject', { language: name })}</label>
            <input
              ref={subject}
              id={`${id}-subject`}
              lang={language}
              value={part(form, language, 'subject')}
              autocomplete="off"
              aria-invalid={saidOf('subject') !== undefined}
              aria-describedby={`${id}-subject-more`}
              data-testid="text-subject"
              onFocus={() => {
                last.current = 'subject';
              }}
              onInput={(event) => onChange(keyOf(language, 'subject'), event.currentTarget.value)}
            />
            <span id={`${id}-subject-more`} class={saidOf('subject') === undefined ? 'secondary' : 'refusal'}>
              {saidOf('subject') ?? (form.purpose === 'SUGGESTION' ? t('ruleTexts.subjectUnused') : '')}
            </span>
          </div>
          <div class="field">
            <label for={`${id}-body`}>{t('ruleTexts.body', { language: name })}</label>
            <textarea
              ref={body}
              id={`${id}-body`}
              lang={language}
              rows={12}
              value={part(form, language, 'body')}
              aria-invalid={wrong !== undefined}
              aria-describedby={`${id}-body-more`}
              data-testid="text-body"
              onFocus={() => {
                last.current = 'body';
              }}
              onInput={(event) => onChange(keyOf(language, 'body'), event.currentTarget.value)}
            />
            <span id={`${id}-body-more`} class={wrong === undefined ? 'secondary' : 'refusal'}>
              {wrong ?? t('ruleTexts.leftOut')}
            </span>
          </div>
        </div>
        <VariableList
          variables={variables.map((variable) => ({
            name: variable,
            meaning: `textVariable.${IN_KEYS[variable]}` as const,
          }))}
          onInsert={insert}
        />
      </div>
      <section class="rule-preview" aria-label={t('ruleTexts.preview')} data-testid="text-preview">
        <h2>{t('ruleTexts.preview')}</h2>
        <p class="strong" lang={language}>
          {filled(part(form, language, 'subject'), samples)}
        </p>
        <p class="rule-preview-body" lang={language}>
          {filled(part(form, language, 'body'), samples)}
        </p>
      </section>
    </>
  );
}
