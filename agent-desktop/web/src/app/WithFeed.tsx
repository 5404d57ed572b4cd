import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { openFeed } from './workplace.ts';

/** Keeps the live feed open while its children are shown. */
export function WithFeed({ children }: { children: ComponentChildren }) {
  useEffect(openFeed, []);
  return <>{children}</>;
}
