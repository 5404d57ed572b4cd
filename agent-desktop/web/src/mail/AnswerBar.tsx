import { useRef } from 'preact/hooks';
import type { AnswerTexts, Conversation, Mail } from '../api/mail.ts';
import { openDialog } from '../app/dialogs.ts';
import { zone } from '../app/session.ts';
import { attempt } from '../app/toasts.ts';
import { endContact, onContact } from '../desktop/actions.ts';
import { press } from '../desktop/focus.ts';
import { useKeys } from '../keys/keys.ts';
import { Icon } from '../parts/Icon.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { language, t } from '../text/text.ts';
import { bringAlong } from './attaching.ts';
import { askToSplit, canSplit } from './moves.ts';
import { type AnswerKind, preset } from './presets.ts';
import { quoteWords } from './quoteWords.ts';
import { toFormatted, writesAs } from './rich/load.ts';
import { begin, writings } from './writing.ts';

interface Properties {
  interaction: string;
  conversation: Conversation | undefined;
  /** Absent until they are known: what is begun before would be without a signature. */
  texts: AnswerTexts | undefined;
}

/** The verbs of a mail, each with its key. */
export function AnswerBar({ interaction, conversation, texts }: Properties) {
  const transfer = useRef<HTMLButtonElement>(null);
  const latest = latestOf(conversation);
  const written = writings.value[interaction] !== undefined;
  const able = () => onContact() && latest !== undefined && texts !== undefined && !written;
  const answer = (kind: AnswerKind) => {
    if (conversation === undefined || latest === undefined) return;
    const words = quoteWords(latest, texts?.language, language.value, zone.value);
    begin(interaction, preset(kind, latest, conversation.address, words, texts?.signatures[0]?.text));
    if (writesAs.value === 'html') void attempt(() => toFormatted(interaction));
    if (kind === 'forward') void bringAlong(interaction, latest);
  };
  const splits = () => onContact() && latest?.incoming === true && canSplit(conversation);
  useKeys([
    { key: 'r', shift: false, when: able, run: () => answer('reply') },
    { key: 'r', shift: true, when: able, run: () => answer('replyAll') },
    { key: 'f', shift: true, when: able, run: () => answer('forward') },
    { key: 't', shift: false, when: onContact, run: () => press(transfer.current) },
    { key: 'l', shift: true, when: onContact, run: () => openDialog('followUp') },
    { key: 'j', shift: true, when: onContact, run: () => openDialog('joinMail') },
    { key: 'm', shift: true, when: splits, run: () => latest && askToSplit(latest.id) },
    { key: 'x', shift: true, when: onContact, run: endContact },
  ]);
  const verb = (kind: AnswerKind, key: string) => (
    <button
      type="button"
      class={kind === 'reply' && !written ? 'primary' : undefined}
      disabled={latest === undefined || texts === undefined || written}
      data-testid={`mail-${kind}`}
      onClick={() => answer(kind)}
    >
      {t(`mail.${kind}`)}
      <Kbd>{key}</Kbd>
    </button>
  );
  return (
    <div class="call-bar" role="toolbar" aria-label={t('mail.actions')}>
      {verb('reply', 'R')}
      {verb('replyAll', '⇧R')}
      {verb('forward', '⇧F')}
      <button type="button" ref={transfer} data-testid="transfer" onClick={() => openDialog('transfer')}>
        <Icon name="transfer" />
        {t('mail.transfer')}
        <Kbd>T</Kbd>
      </button>
      <button type="button" data-testid="put-off" onClick={() => openDialog('followUp')}>
        <Icon name="clock" />
        {t('mail.putOff')}
        <Kbd>⇧L</Kbd>
      </button>
      <button type="button" data-testid="join-mail" onClick={() => openDialog('joinMail')}>
        <Icon name="link" />
        {t('move.join')}
        <Kbd>⇧J</Kbd>
      </button>
      <button type="button" class="mail-done" data-testid="end" onClick={endContact}>
        <Icon name="check" />
        {t(isAnswered(conversation) ? 'mail.done' : 'mail.doneWithout')}
        <Kbd>⇧X</Kbd>
      </button>
    </div>
  );
}

/** What is answered: what the customer wrote last, or where he wrote nothing, what we did. */
function latestOf(conversation: Conversation | undefined): Mail | undefined {
  const mails = conversation?.mails ?? [];
  // A reminder comes from ourselves, and nobody answers that.
  return mails.findLast((mail) => mail.incoming && mail.from.address !== conversation?.address) ?? mails.at(-1);
}

/** Whether an agent has written since the customer last did. */
function isAnswered(conversation: Conversation | undefined): boolean {
  const last = conversation?.mails.findLast(
    (mail) => mail.incoming || (mail.author !== undefined && mail.delivery?.state !== 'CANCELLED'),
  );
  return last?.incoming === false;
}
