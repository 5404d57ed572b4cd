import { signal } from '@preact/signals';

/** The article that is read beside a contact, without leaving it. */
export interface Reading {
  interaction: string;
  article: string;
  language: string;
}

export const reading = signal<Reading | undefined>(undefined);

export function readBeside(next: Reading): void {
  reading.value = next;
}

export function closeReading(): void {
  reading.value = undefined;
}
