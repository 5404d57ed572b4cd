import type { Fields, Writing } from './writing.ts';

/** What was typed in the last second, in this tab until the server has it. */

type Kept = Fields & { answers?: string; version?: number };

const placeOf = (interaction: string) => `ahoy.mail.${interaction}`;

export function keepHere(interaction: string, writing: Writing): void {
  const { answers, version, to, cc, subject, text, html, files, mailbox, serviceCase } = writing;
  const kept: Kept = {
    to,
    cc,
    subject,
    text,
    html,
    files,
    mailbox,
    serviceCase,
    ...(answers === undefined ? {} : { answers }),
    // So that what was written elsewhere before a reload is not overwritten after it.
    ...(version === undefined ? {} : { version }),
  };
  try {
    sessionStorage.setItem(placeOf(interaction), JSON.stringify(kept));
  } catch {
    // The server has it a moment later.
  }
}

export function forgetHere(interaction: string): void {
  try {
    sessionStorage.removeItem(placeOf(interaction));
  } catch {
    // Nothing was kept either.
  }
}

export function keptHere(interaction: string): Kept | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(placeOf(interaction)) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}
