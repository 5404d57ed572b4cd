import { queueTitle } from '../app/session.ts';
import { languageName } from '../text/format.ts';
import { isKey, t } from '../text/text.ts';
import type { TextForm } from './textForm.ts';

export function purposeName(purpose: string): string {
  const key = `mailPurpose.${purpose}`;
  // A newer server may know more of them.
  return isKey(key) ? t(key) : purpose;
}

export function queueName(queue: string | undefined): string {
  return queueTitle(queue) || t('ruleTexts.everyQueue');
}

export function textFieldName(field: string): string {
  if (field === 'titleEn' || field === 'titleZh') return t(`ruleField.${field}`);
  if (field === 'purpose') return t('ruleTexts.purpose');
  if (field === 'queue') return t('ruleTexts.queue');
  const [language = '', part] = field.split('.');
  return t(part === 'subject' ? 'ruleTexts.subject' : 'ruleTexts.body', { language: languageName(language) });
}

/** Never empty. */
export function textFieldLines(form: TextForm, field: string): string[] {
  const value = form[field] ?? '';
  if (field === 'purpose') return [purposeName(value)];
  if (field === 'queue') return [queueName(value === '' ? undefined : value)];
  return value === '' ? [t('choice.none')] : value.split('\n');
}
