import { signal } from '@preact/signals';
import { Problem } from '../api/problem.ts';
import { t } from '../text/text.ts';

const TOASTS_MAX = 4;
const SHOWN_MS = { error: 12_000, info: 6_000 };

export interface Toast {
  id: number;
  kind: 'error' | 'info';
  text: string;
}

export const toasts = signal<readonly Toast[]>([]);

let last = 0;

export function tell(text: string, kind: Toast['kind'] = 'info'): void {
  const toast = { id: ++last, kind, text };
  const others = toasts.value.filter((shown) => shown.text !== text);
  toasts.value = [...others, toast].slice(-TOASTS_MAX);
  setTimeout(() => dismiss(toast.id), SHOWN_MS[kind]);
}

export function dismiss(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
}

/** Does it; a refusal is told to the person in the server's own words. Resolves to whether it was done. */
export async function attempt(action: () => Promise<unknown>): Promise<boolean> {
  try {
    await action();
    return true;
  } catch (error) {
    tellProblem(error);
    return false;
  }
}

export function tellProblem(error: unknown): void {
  // Being signed out shows the sign-in page; a toast on top would say the same twice.
  if (error instanceof Problem && error.status === 401) return;
  tell(wordsFor(error), 'error');
}

export function wordsFor(error: unknown): string {
  if (error instanceof Problem && error.unreachable) return t('error.unreachable');
  if (error instanceof Problem) return error.detail || error.title || t('error.status', { status: error.status });
  return error instanceof Error ? error.message : String(error);
}
