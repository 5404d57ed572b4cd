import { signal } from '@preact/signals';
import { type Conversation, mails } from '../api/mail.ts';
import { openDialog } from '../app/dialogs.ts';
import { attempt, tellUndoable } from '../app/toasts.ts';
import { caseChanges, readAttached } from '../cases/attached.ts';

/** The mail that the open dialog is about to make another matter. */
export const chosenMail = signal<string | undefined>(undefined);

/** The only mail that somebody has written is what the conversation is about. */
export function canSplit(conversation: Conversation | undefined): boolean {
  return (conversation?.mails ?? []).filter((mail) => mail.incoming).length > 1;
}

export function askToSplit(mail: string): void {
  chosenMail.value = mail;
  openDialog('splitMail');
}

/** Tells what was done, and how it is undone; the conversation itself tells it, too. */
export function told(text: string, interaction: string, move: string, onChanged: () => void): void {
  readCases(interaction);
  onChanged();
  tellUndoable(text, () => void undoMove(interaction, move, onChanged));
}

export async function undoMove(interaction: string, move: string, onChanged: () => void): Promise<void> {
  if (!(await attempt(() => mails.undoMove(interaction, move)))) return;
  readCases(interaction);
  onChanged();
}

/** A case was opened, or went on in another one. */
function readCases(interaction: string): void {
  void attempt(() => readAttached(interaction));
  caseChanges.value += 1;
}
