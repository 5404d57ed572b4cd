import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { AnswerTexts } from '../api/mail.ts';
import { attempt } from '../app/toasts.ts';
import { Icon } from '../parts/Icon.tsx';
import { t } from '../text/text.ts';
import { BodyTools } from './BodyTools.tsx';
import { CannedList } from './CannedList.tsx';
import { openEditor } from './insert.ts';
import { toFormatted, writesAs } from './rich/load.ts';
import { hasSignature, replaceSignature } from './signatures.ts';
import { type Surface, useCanned } from './useCanned.ts';
import { change } from './writing.ts';

const TEXT_MAX = 200_000;

interface Properties {
  interaction: string;
  text: string;
  texts: AnswerTexts;
}

/** The answer as plain text. */
export function PlainBody({ interaction, text, texts }: Properties) {
  const area = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const choice = useCanned(texts.canned, surfaceOf(interaction, area));
  // Before anything is drawn: whoever types at once loses no letter.
  useLayoutEffect(() => beginWriting(area.current), []);
  useEffect(() => offerInsertion(interaction, area), [interaction]);
  // Another signature that comes while the writer is elsewhere leaves the cursor where he left it, not behind it.
  const left = useRef(0);
  useLayoutEffect(() => {
    if (document.activeElement !== area.current) area.current?.setSelectionRange(left.current, left.current);
  }, [text]);
  const sign = (signature: string) => {
    const known = texts.signatures.map((one) => one.text);
    if (hasSignature(text, known)) change(interaction, { text: replaceSignature(text, known, signature) });
    else if (signature !== '') surfaceOf(interaction, area).put(0, `\n\n${signature}\n`);
    area.current?.focus();
  };
  const open = choice.found.length > 0;
  return (
    <div class="mail-body">
      <BodyTools texts={texts} choice={choice} onSignature={sign}>
        <button
          type="button"
          class="small"
          title={t('mail.toRich.tip')}
          data-testid="mail-to-rich"
          onClick={() => {
            writesAs.value = 'html';
            void attempt(() => toFormatted(interaction));
          }}
        >
          <Icon name="bold" />
          {t('mail.toRich')}
        </button>
      </BodyTools>
      <textarea
        ref={area}
        class="mail-writing"
        aria-label={t('mail.text')}
        aria-autocomplete="list"
        aria-controls={open ? list : undefined}
        aria-activedescendant={open ? `${list}-${choice.at}` : undefined}
        maxLength={TEXT_MAX}
        dir="auto"
        data-testid="mail-writing"
        value={text}
        onInput={(event) => {
          change(interaction, { text: event.currentTarget.value });
          choice.look();
        }}
        onKeyDown={choice.onKey}
        onSelect={choice.look}
        onBlur={(event) => {
          left.current = event.currentTarget.selectionStart;
          choice.close();
        }}
      />
      <CannedList id={list} choice={choice} />
    </div>
  );
}

type Area = { current: HTMLTextAreaElement | null };

function surfaceOf(interaction: string, area: Area): Surface {
  return {
    before: () => area.current?.value.slice(0, area.current.selectionStart) ?? '',
    put: (back, inserted) => {
      const now = area.current;
      if (now === null) return;
      now.setRangeText(inserted, now.selectionStart - back, now.selectionEnd, 'end');
      change(interaction, { text: now.value });
    },
    focus: () => area.current?.focus(),
  };
}

/** Above what is quoted. */
function beginWriting(area: HTMLTextAreaElement | null): void {
  area?.focus({ preventScroll: true });
  area?.setSelectionRange(0, 0);
  area?.form?.scrollIntoView({ block: 'nearest' });
}

function offerInsertion(interaction: string, area: Area): () => void {
  const { put, focus } = surfaceOf(interaction, area);
  const offered = {
    interaction,
    insert: (inserted: string) => {
      put(0, inserted);
      focus();
    },
  };
  openEditor.value = offered;
  return () => {
    if (openEditor.peek() === offered) openEditor.value = undefined;
  };
}
