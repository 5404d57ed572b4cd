import './texts.ts';
import '../look/mail.css';
import '../look/mailWriting.css';
import type { Conversation } from '../api/mail.ts';
import { view } from '../desktop/views.ts';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { t } from '../text/text.ts';
import { FollowUpLine } from './FollowUpLine.tsx';
import { MoveLines } from './MoveLines.tsx';
import { NewMail } from './NewMail.tsx';
import { OtherReaders } from './OtherReaders.tsx';
import { Thread } from './Thread.tsx';
import { useConversation } from './useConversation.ts';
import { titleOf } from './words.ts';

/** A conversation to be looked at, while the agent is on something else or on nothing. */
export function MailPage() {
  const shown = view.value;
  return shown.is === 'mail' ? <Looked key={shown.id} interaction={shown.id} /> : null;
}

function Looked({ interaction }: { interaction: string }) {
  const { conversation, problem, again } = useConversation(interaction);
  return (
    <article class="contact mail" aria-labelledby="mail-title" data-testid="mail-page">
      <h1 id="mail-title">{conversation ? headOf(conversation) : t('mail.conversation')}</h1>
      {conversation && <OtherReaders interaction={interaction} thread={conversation.thread} writes={false} />}
      {problem !== undefined && <Refusal text={problem} again={again} />}
      {conversation === undefined && problem === undefined && <Skeleton lines={6} />}
      {conversation?.followUp && (
        <FollowUpLine interaction={interaction} followUp={conversation.followUp} onChanged={again} />
      )}
      {conversation && <MoveLines interaction={interaction} moves={conversation.moves} onChanged={again} />}
      {conversation && conversation.mails.length > 0 && (
        <Thread conversation={conversation} interaction={interaction} onChanged={again} />
      )}
      {conversation?.begun && (
        <NewMail interaction={interaction} conversation={conversation} begun={conversation.begun} onSent={again} />
      )}
    </article>
  );
}

/** One that has not gone is named by whom it is for. */
function headOf(conversation: Conversation): string {
  const { begun, mails } = conversation;
  return begun && mails.length === 0 ? t('mail.newTo', { name: begun.customer.name }) : titleOf(conversation);
}
