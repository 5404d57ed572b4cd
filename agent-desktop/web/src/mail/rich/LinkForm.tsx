import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../parts/Icon.tsx';
import { t } from '../../text/text.ts';
import { addressOf } from './address.ts';

interface Properties {
  /** Of the link that the cursor is in; else empty. */
  href: string;
  onDone: (href: string) => void;
  onCancel: () => void;
}

/** Where a link leads. Not a form of its own: it stands within that of the mail. */
export function LinkForm({ href, onDone, onCancel }: Properties) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(href);
  const [wrong, setWrong] = useState(false);
  useEffect(() => field.current?.select(), []);
  const done = () => {
    const address = addressOf(text);
    setWrong(address === undefined);
    if (address !== undefined) onDone(address);
  };
  return (
    <div class="mail-link">
      <label for="mail-link">{t('mail.link.to')}</label>
      <input
        ref={field}
        id="mail-link"
        autocomplete="off"
        spellcheck={false}
        placeholder="https://"
        data-testid="mail-link-to"
        value={text}
        aria-invalid={wrong}
        aria-describedby={wrong ? 'mail-link-wrong' : undefined}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
          event.preventDefault();
          event.stopPropagation();
          if (event.key === 'Enter') done();
          else onCancel();
        }}
      />
      <button type="button" class="small" data-testid="mail-link-done" onClick={done}>
        <Icon name="check" />
        {t('mail.link.done')}
      </button>
      {href !== '' && (
        <button type="button" class="small" data-testid="mail-link-away" onClick={() => onDone('')}>
          {t('mail.link.away')}
        </button>
      )}
      {wrong && (
        <p id="mail-link-wrong" class="refusal" role="alert">
          <Icon name="warning" /> {t('mail.link.wrong')}
        </p>
      )}
    </div>
  );
}
