import { useEffect, useRef } from 'preact/hooks';
import type { AnswerTexts, BegunMail, Conversation } from '../api/mail.ts';
import { go } from '../app/route.ts';
import { attempt } from '../app/toasts.ts';
import { addresses } from '../desktop/views.ts';
import { Skeleton } from '../parts/Skeleton.tsx';
import { t } from '../text/text.ts';
import { CaseChoice } from './CaseChoice.tsx';
import { Editor } from './Editor.tsx';
import { toFormatted, writesAs } from './rich/load.ts';
import { hasSignature, replaceSignature } from './signatures.ts';
import { useAnswerTexts } from './useAnswerTexts.ts';
import { beginNew, change, resume, writings } from './writing.ts';

interface Properties {
  interaction: string;
  conversation: Conversation;
  begun: BegunMail;
  onSent: () => void;
}

/** A mail that is no answer: from which mailbox, to whom, and about which case. */
export function NewMail({ interaction, conversation, begun, onSent }: Properties) {
  const writing = writings.value[interaction];
  const { mailbox = conversation.mailbox, serviceCase } = writing ?? {};
  const about = { mailbox, ...(serviceCase === undefined ? {} : { case: serviceCase }) };
  const texts = useAnswerTexts(interaction, '', true, about);
  useEffect(() => {
    resume(interaction, conversation);
    if (texts === undefined || writings.peek()[interaction] !== undefined) return;
    const signature = texts.signatures[0]?.text;
    const text = signature === undefined ? '' : `\n\n${signature}`;
    beginNew(interaction, { to: begun.to, cc: '', subject: '', text, mailbox });
    if (writesAs.value === 'html') void attempt(() => toFormatted(interaction));
  }, [conversation, texts !== undefined]);
  const before = useRef(texts);
  useEffect(() => {
    if (before.current !== undefined && texts !== undefined) followSignature(interaction, before.current, texts);
    before.current = texts;
  }, [texts]);
  if (writing === undefined || texts === undefined) return <Skeleton lines={8} />;
  const { customer, mailboxes } = begun;
  return (
    <Editor
      interaction={interaction}
      writing={writing}
      texts={texts}
      onSent={onSent}
      onDropped={() => go(addresses.customer(customer.id))}
    >
      <div class="mail-field">
        <label for="mail-from">{t('mail.from')}</label>
        <select
          id="mail-from"
          data-testid="mail-from"
          value={mailbox}
          onChange={(event) => change(interaction, { mailbox: event.currentTarget.value })}
        >
          {mailboxes.map((one) => (
            <option key={one.mailbox} value={one.mailbox}>
              {one.name === '' ? one.address : `${one.name} <${one.address}>`}
            </option>
          ))}
        </select>
      </div>
      <CaseChoice
        customer={customer.id}
        chosen={serviceCase}
        onChoose={(chosen) => change(interaction, { serviceCase: chosen })}
      />
    </Editor>
  );
}

/** Another mailbox has another signature; one that is there, too, stays. */
function followSignature(interaction: string, before: AnswerTexts, now: AnswerTexts): void {
  const { text, html } = writings.peek()[interaction] ?? {};
  const known = before.signatures.map((one) => one.text);
  const present = now.signatures.map((one) => one.text);
  if (text === undefined || html !== undefined || hasSignature(text, present) || !hasSignature(text, known)) return;
  change(interaction, { text: replaceSignature(text, known, present[0] ?? '') });
}
