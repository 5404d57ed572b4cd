import './texts.ts';
import '../look/mail.css';
import { view } from '../desktop/views.ts';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { t } from '../text/text.ts';
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
      <h1 id="mail-title">{conversation ? titleOf(conversation) : t('mail.conversation')}</h1>
      {conversation && <OtherReaders interaction={interaction} thread={conversation.thread} writes={false} />}
      {problem !== undefined && <Refusal text={problem} again={again} />}
      {conversation === undefined && problem === undefined && <Skeleton lines={6} />}
      {conversation && <Thread conversation={conversation} interaction={interaction} onChanged={again} />}
    </article>
  );
}
