import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Problem } from '../api/problem.ts';
import { type Rule, type RuleDraft, rules } from '../api/rules.ts';
import { wordsFor } from '../app/toasts.ts';

/** The rules as they are stored, read anew by each page that shows them. */
const known = signal<{ rules?: readonly Rule[]; problem?: string }>({});

export async function readBook(): Promise<void> {
  try {
    known.value = { rules: await rules.all() };
  } catch (error) {
    known.value = { ...known.peek(), problem: wordsFor(error) };
  }
}

export function useBook(): { rules?: readonly Rule[]; problem?: string } {
  useEffect(() => void readBook(), []);
  return known.value;
}

export const bookNow = (): readonly Rule[] => known.peek().rules ?? [];

/** @param version that was read; without it the rule is made */
export async function putRule(id: string, draft: RuleDraft, version: number | undefined): Promise<Rule> {
  const saved = await rules.put(id, draft, version);
  known.value = { rules: [...bookNow().filter((one) => one.id !== id), saved] };
  return saved;
}

export async function removeRule(id: string): Promise<void> {
  // Its switch may have been used since it was put away.
  const rule = bookNow().find((one) => one.id === id);
  if (rule === undefined) return;
  await rules.remove(rule);
  known.value = { rules: bookNow().filter((one) => one.id !== id) };
}

/** What is stored now, where somebody was faster. */
export function presentOf<T>(error: unknown): T | undefined {
  return error instanceof Problem ? (error.present as T | undefined) : undefined;
}
