import { effect, type Signal, signal } from '@preact/signals';

/** A choice kept in this browser. Storage may be forbidden: then it holds until the page is left. */
export function setting<T>(name: string, initial: T, read: (stored: string) => T | undefined): Signal<T> {
  const key = `ahoy.${name}`;
  const value = signal(read(stored(key) ?? '') ?? initial);
  let first = true;
  effect(() => {
    const now = String(value.value);
    if (first) first = false;
    else store(key, now);
  });
  return value;
}

export function oneOf<T extends string>(...allowed: T[]): (stored: string) => T | undefined {
  return (stored) => allowed.find((value) => value === stored);
}

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Only this page then knows the choice.
  }
}
