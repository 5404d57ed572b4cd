import type { Purpose, Template, TemplateDraft } from '../api/rules.ts';

/**
 * A text as it is written, each thing that is chosen as a whole apart: `titleEn`, `titleZh`, `purpose`, `queue`, and of each language
 * `de.subject` and `de.body`.
 */
export type TextForm = Readonly<Record<string, string>>;
export type TextPart = 'subject' | 'body';

export const PURPOSES: readonly Purpose[] = [
  'ACKNOWLEDGEMENT',
  'OUT_OF_HOURS',
  'OVERFLOW',
  'SUGGESTION',
  'CANNED',
  'SIGNATURE',
];
const PLAIN = ['titleEn', 'titleZh', 'purpose', 'queue'] as const;

export function newText(language: string): TextForm {
  return withLanguage({ titleEn: '', titleZh: '', purpose: 'CANNED', queue: '' }, language);
}

export function textFormOf({ title, purpose, queue, texts }: TemplateDraft): TextForm {
  const parts = Object.entries(texts).flatMap(([language, { subject, body }]) => [
    [keyOf(language, 'subject'), subject],
    [keyOf(language, 'body'), body],
  ]);
  return { titleEn: title.en, titleZh: title.zh, purpose, queue: queue ?? '', ...Object.fromEntries(parts) };
}

/** A language of which nothing is written is left out. */
export function templateOf(form: TextForm): TemplateDraft {
  const { titleEn = '', titleZh = '', purpose, queue = '' } = form;
  const texts = languagesOf(form)
    .map((language) => [language, { subject: part(form, language, 'subject'), body: part(form, language, 'body') }])
    .filter((entry): entry is [string, { subject: string; body: string }] => {
      const [, text] = entry as [string, { subject: string; body: string }];
      return `${text.subject}${text.body}`.trim() !== '';
    });
  return {
    title: { en: titleEn.trim(), zh: titleZh.trim() },
    purpose: purpose as Purpose,
    ...(queue === '' ? {} : { queue }),
    texts: Object.fromEntries(texts),
  };
}

export function languagesOf(form: TextForm): string[] {
  return Object.keys(form)
    .filter((key) => key.endsWith('.body'))
    .map((key) => key.slice(0, -'.body'.length));
}

export const keyOf = (language: string, of: TextPart): string => `${language}.${of}`;
export const part = (form: TextForm, language: string, of: TextPart): string => form[keyOf(language, of)] ?? '';

export function withLanguage(form: TextForm, language: string): TextForm {
  return { ...form, [keyOf(language, 'subject')]: '', [keyOf(language, 'body')]: '' };
}

export function withoutLanguage(form: TextForm, language: string): TextForm {
  return Object.fromEntries(Object.entries(form).filter(([key]) => !key.startsWith(`${language}.`)));
}

/** What two versions can differ in, in the order in which it is shown. */
export function fieldsOf(one: TextForm, other: TextForm): string[] {
  const languages = new Set([...languagesOf(one), ...languagesOf(other)]);
  return [...PLAIN, ...[...languages].flatMap((language) => [keyOf(language, 'subject'), keyOf(language, 'body')])];
}

/** With something in every field, so that what one side has not is empty there. */
export function inFields(form: TextForm, fields: readonly string[]): TextForm {
  return Object.fromEntries(fields.map((field) => [field, form[field] ?? '']));
}

/** By purpose, and within it those of every queue first. */
export function byPurpose(texts: readonly Template[]): { purpose: string; texts: Template[] }[] {
  const purposes = new Set<string>([...PURPOSES, ...texts.map((one) => one.purpose)]);
  return [...purposes]
    .map((purpose) => ({
      purpose,
      texts: texts
        .filter((one) => one.purpose === purpose)
        .sort((one, other) => (one.queue ?? '').localeCompare(other.queue ?? '') || one.id.localeCompare(other.id)),
    }))
    .filter((group) => group.texts.length > 0);
}
