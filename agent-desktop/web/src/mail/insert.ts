import { signal } from '@preact/signals';

/** The answer that is being written, for those beside it who have something to put in. */
export interface OpenEditor {
  interaction: string;
  /** Where the cursor is. */
  insert: (text: string) => void;
}

export const openEditor = signal<OpenEditor | undefined>(undefined);
