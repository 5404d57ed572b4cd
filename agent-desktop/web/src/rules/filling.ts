const ALWAYS = ['number', 'subject', 'name', 'centre'] as const;
const ANSWERED = [...ALWAYS, 'expected'] as const;
const BY_PURPOSE: Readonly<Record<string, readonly TextVariable[]>> = {
  ACKNOWLEDGEMENT: ANSWERED,
  OUT_OF_HOURS: [...ANSWERED, 'opens'],
  OVERFLOW: [...ANSWERED, 'opens'],
  SUGGESTION: [...ANSWERED, 'article.title', 'article.text'],
  CANNED: [...ALWAYS, 'agent', 'queue'],
  SIGNATURE: [...ALWAYS, 'agent', 'queue'],
};

export type TextVariable = (typeof ANSWERED)[number] | 'opens' | 'article.title' | 'article.text' | 'agent' | 'queue';

/** As the keys of their texts name them: without dots. */
export const IN_KEYS = {
  number: 'number',
  subject: 'subject',
  name: 'name',
  centre: 'centre',
  expected: 'expected',
  opens: 'opens',
  'article.title': 'articleTitle',
  'article.text': 'articleText',
  agent: 'agent',
  queue: 'queue',
} as const satisfies Record<TextVariable, string>;

/** What may stand in braces in a text of this purpose. */
export function variablesOf(purpose: string): readonly TextVariable[] {
  return BY_PURPOSE[purpose] ?? ALWAYS;
}

/** As the server reads it. */
const VARIABLE = /\{([^{}\n]*)\}/g;

/** As it would be sent: a line with a variable of which nothing is known is left out. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  const lines = text.split('\n').map((line) => {
    const names = [...line.matchAll(VARIABLE)].map((found) => found[1] ?? '');
    if (!names.every((name) => Object.hasOwn(values, name))) return undefined;
    return line.replace(VARIABLE, (_, name: string) => values[name] ?? '');
  });
  return lines.filter((line) => line !== undefined).join('\n');
}
