import { signal } from '@preact/signals';
import type { Hit } from './finding.ts';

const RECENT_MAX = 8;
const PLACE = 'ahoy.recent';

/** Records looked at last, newest first. Only in this tab: names of customers have no business on a shared computer's disk. */
export const recent = signal<readonly Hit[]>(kept());

/** Remembers a record that was looked at. */
export function lookedAt(hit: Hit): void {
  remember(withNewest(recent.peek(), hit));
}

/** It is no longer there to be looked at. */
export function forget(id: string): void {
  remember(recent.peek().filter((one) => one.id !== id));
}

function remember(hits: readonly Hit[]): void {
  recent.value = hits;
  try {
    sessionStorage.setItem(PLACE, JSON.stringify(recent.peek()));
  } catch {
    // Until the page is left then.
  }
}

export function forgetRecent(): void {
  recent.value = [];
  try {
    sessionStorage.removeItem(PLACE);
  } catch {
    // Nothing was kept either.
  }
}

export function withNewest(before: readonly Hit[], hit: Hit): Hit[] {
  return [hit, ...before.filter((one) => one.id !== hit.id)].slice(0, RECENT_MAX);
}

function kept(): Hit[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(PLACE) ?? '[]');
    return Array.isArray(stored) ? (stored as Hit[]) : [];
  } catch {
    return [];
  }
}
