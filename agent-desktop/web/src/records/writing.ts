import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useKeys } from '../keys/keys.ts';
import type { Refused } from './refused.ts';

/** How every form for a record behaves: writing begins in its first field, goes on at what was refused, and ends by Ctrl+Enter. */
export function useWriting(refused: Refused | undefined): RefObject<HTMLFormElement | null> {
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => element.current?.querySelector<HTMLElement>('input')?.focus(), []);
  useEffect(() => {
    if (refused !== undefined) element.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [refused]);
  useKeys([{ key: 'Enter', ctrl: true, inText: true, run: () => element.current?.requestSubmit() }]);
  return element;
}
