import { Problem } from '../api/problem.ts';
import { wordsFor } from '../app/toasts.ts';

/** What the server did not take, and the field that it named, as `points.0.value`; empty where it named none. */
export interface Refused {
  field: string;
  words: string;
}

export function refusedBy(error: unknown): Refused {
  return { field: error instanceof Problem ? (error.field ?? '') : '', words: wordsFor(error) };
}

/** What is to be said at this field: a refusal of a part of it belongs to it too. */
export function saidAt(refused: Refused | undefined, field: string): string | undefined {
  if (refused === undefined || refused.field === '') return undefined;
  return refused.field === field || refused.field.startsWith(`${field}.`) ? refused.words : undefined;
}
