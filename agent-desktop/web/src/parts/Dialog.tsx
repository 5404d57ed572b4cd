import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../text/text.ts';
import { Icon } from './Icon.tsx';

const DOABLE = ':is(button, input, select, textarea, a[href]):not(:disabled)';

interface Properties {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  testId?: string;
  onKeyDown?: (event: KeyboardEvent) => void;
}

/**
 * The browser's own modal dialog: it keeps the focus inside, closes by Esc, and gives the focus back. The focus goes to the first
 * thing that can be done in it, where the browser would have put it on the button that closes it.
 */
export function Dialog({ title, onClose, children, testId, onKeyDown }: Properties) {
  const element = useRef<HTMLDialogElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const begun = useRef(false);
  const heading = useId();
  useEffect(() => {
    const shown = element.current;
    const before = document.activeElement;
    shown?.showModal();
    return () => {
      shown?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  useEffect(() => {
    // Where it comes from the server, there is nothing to be done at first.
    const first = begun.current ? null : content.current?.querySelector<HTMLElement>(DOABLE);
    if (first) {
      first.focus();
      begun.current = true;
    }
  });
  return (
    <dialog
      ref={element}
      class="dialog"
      aria-labelledby={heading}
      data-testid={testId}
      {...(onKeyDown ? { onKeyDown } : {})}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === element.current) onClose();
      }}
    >
      <div class="dialog-inside">
        <header class="dialog-head">
          <h2 id={heading}>{title}</h2>
          <button type="button" class="quiet square" aria-label={t('action.close')} onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        <div class="dialog-content" ref={content}>
          {children}
        </div>
      </div>
    </dialog>
  );
}
