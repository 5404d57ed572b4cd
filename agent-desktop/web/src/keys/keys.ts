import { useEffect, useRef } from 'preact/hooks';

/** A key and what it does while the component that names it is on the page. */
export interface Binding {
  /** As in KeyboardEvent.key; letters in lower case. */
  key: string;
  ctrl?: boolean;
  shift?: boolean;
  /** Works in text fields as well; only for keys that write nothing. */
  inText?: boolean;
  /** Works while a button or link has the focus, instead of pressing it. */
  onControls?: boolean;
  when?: () => boolean;
  run: () => void;
}

export interface Place {
  text: boolean;
  control: boolean;
}

/** Whether a binding answers to a key pressed at such a place. */
export function answers(binding: Binding, event: KeyPress, place: Place): boolean {
  if (event.repeat || event.altKey || event.isComposing) return false;
  if ((event.ctrlKey || event.metaKey) !== (binding.ctrl ?? false)) return false;
  if (binding.shift !== undefined && event.shiftKey !== binding.shift) return false;
  if (event.key.toLowerCase() !== binding.key.toLowerCase()) return false;
  if (place.text && binding.inText !== true) return false;
  if (place.control && PRESSING.has(event.key) && binding.ctrl !== true && binding.onControls !== true) return false;
  return binding.when?.() ?? true;
}

export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'repeat' | 'isComposing'
>;

const PRESSING = new Set(['Enter', ' ']);
const NO_TEXT = new Set(['button', 'checkbox', 'radio', 'range', 'submit', 'reset', 'color', 'file']);

export function placeOf(element: Element | null): Place {
  if (element === null) return { text: false, control: false };
  const tag = element.tagName;
  const text =
    tag === 'TEXTAREA' ||
    tag === 'SELECT' ||
    (tag === 'INPUT' && !NO_TEXT.has((element as HTMLInputElement).type)) ||
    (element as HTMLElement).isContentEditable === true;
  return { text, control: !text && element.matches('button, a[href], input, summary, [role=menuitem], [role=option]') };
}

type Group = { current: readonly Binding[] };
const groups: Group[] = [];

/** Bindings of components drawn later win over earlier ones. */
export function useKeys(bindings: readonly Binding[]): void {
  const group = useRef(bindings);
  group.current = bindings;
  useEffect(() => {
    groups.push(group);
    return () => {
      groups.splice(groups.indexOf(group), 1);
    };
  }, []);
}

export function listenToKeys(): void {
  document.addEventListener('keydown', (event) => {
    // A dialog has the keyboard to itself.
    if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
    const place = placeOf(document.activeElement);
    for (const group of [...groups].reverse()) {
      const binding = group.current.find((one) => answers(one, event, place));
      if (binding) {
        event.preventDefault();
        binding.run();
        return;
      }
    }
  });
}
