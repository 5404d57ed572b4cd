import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../text/text.ts';

const NAME_MAX = 120;

interface Properties {
  name: string;
  onDone: (name: string) => void;
  onCancel: () => void;
}

export function RenameForm({ name, onDone, onCancel }: Properties) {
  const [text, setText] = useState(name);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <form
      class="field-row"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') onDone(text.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <input
        ref={field}
        aria-label={t('customer.name')}
        required
        maxLength={NAME_MAX}
        data-testid="rename-name"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" class="primary" data-testid="rename-save">
        {t('action.save')}
      </button>
      <button type="button" onClick={onCancel}>
        {t('action.cancel')}
      </button>
    </form>
  );
}
