import { signal } from '@preact/signals';

/** The article that is read beside a contact, without leaving it. */
export interface Reading {
  interaction: string;
  article: string;
  language: string;
}

export const reading = signal<Reading | undefined>(undefined);

/** Whatever opened it is hidden under the article, and so loses the focus. */
let opener: Element | null = null;

export function readBeside(next: Reading): void {
  if (reading.peek() === undefined) opener = document.activeElement;
  reading.value = next;
}

export function closeReading(): void {
  reading.value = undefined;
}

/** Gives the focus back to what opened the article, once that is shown again. */
export function returnFocus(): void {
  setTimeout(() => opener instanceof HTMLElement && opener.isConnected && opener.focus());
}
