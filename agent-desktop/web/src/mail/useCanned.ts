import { useState } from 'preact/hooks';
import type { ReadyText } from '../api/mail.ts';
import { matching, shortcutAt } from './canned.ts';

/** Where canned answers are put in. */
export interface Surface {
  /** What stands before the cursor, at least the line that it is in. */
  before: () => string;
  /** In the place of so many characters before the cursor. */
  put: (back: number, text: string) => void;
  focus: () => void;
}

export interface CannedChoice {
  found: readonly ReadyText[];
  at: number;
  choose: (one: ReadyText) => void;
  /** @returns whether the key was for the list */
  onKey: (event: KeyboardEvent) => boolean;
  /** To be called whenever the text or the cursor has changed. */
  look: () => void;
  close: () => void;
  /** As if `/` had been typed. */
  open: () => void;
}

/** The list of canned answers that `/` opens at the beginning of a word. */
export function useCanned(canned: readonly ReadyText[], surface: Surface): CannedChoice {
  const [shortcut, setShortcut] = useState<string>();
  const [at, setAt] = useState(0);
  // Closed by Escape: the same word opens it no more.
  const [closed, setClosed] = useState(false);
  const found = shortcut === undefined || closed ? [] : matching(canned, shortcut);
  const look = () => {
    const now = shortcutAt(surface.before());
    if (now === shortcut) return;
    setShortcut(now);
    setAt(0);
    if (now === undefined) setClosed(false);
  };
  const choose = ({ text }: ReadyText) => {
    const back = shortcutAt(surface.before())?.length ?? 0;
    setShortcut(undefined);
    surface.put(back, text);
    surface.focus();
  };
  const onKey = (event: KeyboardEvent): boolean => {
    if (found.length === 0 || event.isComposing || event.ctrlKey || event.metaKey) return false;
    const chosen = found[at];
    if (event.key === 'ArrowDown') setAt((at + 1) % found.length);
    else if (event.key === 'ArrowUp') setAt((at + found.length - 1) % found.length);
    else if (event.key === 'Enter' && chosen !== undefined) choose(chosen);
    else if (event.key === 'Escape') setClosed(true);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  const open = () => {
    surface.focus();
    setClosed(false);
    if (shortcutAt(surface.before()) === undefined) surface.put(0, /(^|\s)$/.test(surface.before()) ? '/' : ' /');
    look();
  };
  return { found, at, choose, onKey, look, close: () => setClosed(true), open };
}
