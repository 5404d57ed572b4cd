import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { AnswerTexts } from '../api/mail.ts';
import { zone } from '../app/session.ts';
import { useKeys } from '../keys/keys.ts';
import { Icon } from '../parts/Icon.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { clockTime } from '../text/format.ts';
import { t } from '../text/text.ts';
import { AddressField } from './AddressField.tsx';
import { readAddresses } from './addresses.ts';
import { attach, attaching } from './attaching.ts';
import { Body } from './Body.tsx';
import { EditorFiles } from './EditorFiles.tsx';
import { TwoDrafts } from './TwoDrafts.tsx';
import { change, drop, type Fields, send, type Writing } from './writing.ts';

const SUBJECT_MAX = 500;

interface Properties {
  interaction: string;
  writing: Writing;
  texts: AnswerTexts;
  onSent: () => void;
  onDropped?: () => void;
  /** Above whom it goes to. */
  children?: ComponentChildren;
}

/** The answer, kept while it is written. */
export function Editor({ interaction, writing, texts, onSent, onDropped, children }: Properties) {
  const form = useRef<HTMLFormElement>(null);
  const [missing, setMissing] = useState(false);
  const busy = writing.sending || attaching.value !== undefined;
  const submit = async (anyway = false) => {
    if (busy) return;
    const wrong = readAddresses(writing.to).wrong.length + readAddresses(writing.cc).wrong.length > 0;
    const nobody = readAddresses(writing.to).addresses.length === 0;
    setMissing(wrong || nobody);
    if (wrong || nobody) form.current?.querySelector<HTMLElement>('input')?.focus();
    else if (await send(interaction, anyway)) onSent();
  };
  const here = () => form.current?.contains(document.activeElement) === true;
  useKeys([{ key: 'Enter', ctrl: true, inText: true, onControls: true, when: here, run: () => void submit() }]);
  const take = (files: FileList | undefined) => void attach(interaction, [...(files ?? [])]);
  const edit = (changed: Partial<Fields>) => change(interaction, changed);
  return (
    <form
      ref={form}
      class="mail-editor"
      aria-label={t('mail.editor')}
      data-testid="mail-editor"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onPaste={(event) => {
        const files = event.clipboardData?.files;
        if (files === undefined || files.length === 0) return;
        event.preventDefault();
        take(files);
      }}
      onDragOver={(event) => {
        if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
      }}
      onDrop={(event) => {
        if (!event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        take(event.dataTransfer.files);
      }}
    >
      {children}
      <AddressField name="to" value={writing.to} asked={missing} onInput={(to) => edit({ to })} />
      <AddressField name="cc" value={writing.cc} asked={missing} onInput={(cc) => edit({ cc })} />
      <div class="mail-field">
        <label for="mail-subject">{t('mail.subject')}</label>
        <input
          id="mail-subject"
          maxLength={SUBJECT_MAX}
          data-testid="mail-subject"
          value={writing.subject}
          onInput={(event) => edit({ subject: event.currentTarget.value })}
        />
      </div>
      <Body interaction={interaction} writing={writing} texts={texts} />
      <EditorFiles interaction={interaction} files={writing.files} />
      {writing.problem !== undefined && (
        <p class="refusal" role="alert" data-testid="mail-problem">
          <Icon name="warning" /> {writing.problem}
          {writing.answered && (
            <button type="button" class="small" data-testid="mail-anyway" onClick={() => void submit(true)}>
              {t('mail.sendAnyway')}
            </button>
          )}
        </p>
      )}
      {writing.other && <TwoDrafts interaction={interaction} mine={writing} other={writing.other} />}
      <div class="form-end">
        <KeptWord writing={writing} />
        <button
          type="button"
          data-testid="mail-drop"
          disabled={busy}
          onClick={() => void drop(interaction).then(onDropped)}
        >
          <Icon name="bin" />
          {t('mail.drop')}
        </button>
        <button type="submit" class="primary" disabled={busy || writing.other !== undefined} data-testid="mail-send">
          <Icon name="out" />
          {t(writing.sending ? 'mail.sending' : 'mail.send')}
          <Kbd>Ctrl ⏎</Kbd>
        </button>
      </div>
    </form>
  );
}

function KeptWord({ writing }: { writing: Writing }) {
  const { kept, keptAt } = writing;
  const at = keptAt === undefined ? '' : clockTime(keptAt, zone.value);
  return (
    <span class={kept === 'failed' ? 'saved failed' : 'saved'} role="status" data-testid="mail-kept" data-kept={kept}>
      {kept !== 'untouched' && t(`mail.kept.${kept}`, { at })}
    </span>
  );
}
