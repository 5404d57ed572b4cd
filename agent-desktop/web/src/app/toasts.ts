import { signal } from '@preact/signals';
import { Problem } from '../api/problem.ts';
import { t } from '../text/text.ts';

const TOASTS_MAX = 4;
const SHOWN_MS = { error: 12_000, info: 6_000 };
/** How long something can be taken back. */
export const UNDO_MS = 8_000;

export interface Toast {
  id: number;
  kind: 'error' | 'info';
  text: string;
  /** Takes back what the toast tells of. */
  undo?: () => void;
}

export const toasts = signal<readonly Toast[]>([]);

let last = 0;

export function tell(text: string, kind: Toast['kind'] = 'info'): void {
  const others = toasts.value.filter((shown) => shown.text !== text);
  put(others, { id: ++last, kind, text }, SHOWN_MS[kind]);
}

/** Tells what was done, and how to take it back while it is shown. */
export function tellUndoable(text: string, undo: () => void): void {
  put(toasts.value, { id: ++last, kind: 'info', text, undo }, UNDO_MS);
}

/** Takes back the last thing that can be. */
export function undoLast(): void {
  const toast = toasts.peek().findLast((shown) => shown.undo !== undefined);
  if (toast === undefined) return;
  dismiss(toast.id);
  toast.undo?.();
}

export const canUndo = (): boolean => toasts.peek().some((shown) => shown.undo !== undefined);

function put(others: readonly Toast[], toast: Toast, shownMs: number): void {
  toasts.value = [...others, toast].slice(-TOASTS_MAX);
  setTimeout(() => dismiss(toast.id), shownMs);
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
