import { oneOf, setting } from '../../app/setting.ts';
import { change, writings } from '../writing.ts';

/** The form in which this agent begins what he writes. */
export const writesAs = setting<'plain' | 'html'>('mail.writesAs', 'plain', oneOf<'plain' | 'html'>('plain', 'html'));

/** Fetched once, when somebody wants formatting: most answers do without. */
export const loadRich = () => import('./RichBody.tsx');

/** What is written so far goes on with formatting. */
export async function toFormatted(interaction: string): Promise<void> {
  const [{ fromText }, { toHtml }] = await Promise.all([import('./plain.ts'), import('./html.ts'), loadRich()]);
  const text = writings.peek()[interaction]?.text;
  if (text !== undefined) change(interaction, { html: toHtml(fromText(text)) });
}
