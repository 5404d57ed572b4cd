import { signal } from '@preact/signals';

/** What mails are about, by interaction, as far as their conversations have been read here. */
export const subjects = signal<Readonly<Record<string, string>>>({});

export function readSubject(interaction: string, subject: string): void {
  if (subjects.peek()[interaction] !== subject) subjects.value = { ...subjects.peek(), [interaction]: subject };
}
