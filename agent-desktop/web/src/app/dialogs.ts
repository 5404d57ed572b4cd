import { signal } from '@preact/signals';

export type DialogName =
  | 'help'
  | 'transfer'
  | 'dial'
  | 'selfTest'
  | 'somebodyElse'
  | 'followUp'
  | 'splitMail'
  | 'joinMail'
  | CaseDialogName
  | 'eraseCustomer';
/** Drawn by the page of a case. */
export type CaseDialogName = 'giveCase' | 'mergeCase' | 'splitCase' | 'deleteCase';

/** One dialog at a time; an offer closes it. */
export const dialog = signal<DialogName | undefined>(undefined);

export function openDialog(name: DialogName): void {
  dialog.value = name;
}

export function closeDialog(): void {
  dialog.value = undefined;
}
