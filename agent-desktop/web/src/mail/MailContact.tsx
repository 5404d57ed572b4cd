import './texts.ts';
import '../look/mail.css';
import '../look/mailWriting.css';
import { useEffect } from 'preact/hooks';
import type { Conversation, Mail } from '../api/mail.ts';
import { dialog } from '../app/dialogs.ts';
import { attempt } from '../app/toasts.ts';
import { caseChanges, readAttached } from '../cases/attached.ts';
import { onContact } from '../desktop/actions.ts';
import { live } from '../feed/picture.ts';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { AnswerBar } from './AnswerBar.tsx';
import { Editor } from './Editor.tsx';
import { FollowUpDialog } from './FollowUpDialog.tsx';
import { FollowUpLine } from './FollowUpLine.tsx';
import { JoinDialog } from './JoinDialog.tsx';
import { MoveLines } from './MoveLines.tsx';
import { askToSplit, canSplit, chosenMail } from './moves.ts';
import { OtherReaders } from './OtherReaders.tsx';
import { SplitDialog } from './SplitDialog.tsx';
import { Thread } from './Thread.tsx';
import { useAnswerTexts } from './useAnswerTexts.ts';
import { useConversation } from './useConversation.ts';
import { resume, writings } from './writing.ts';

/** In the contact of now, where it is a mail: the conversation, and the answer to it. */
export function MailContact() {
  const contact = live.value;
  return contact === undefined ? null : <MailOf key={contact.id} interaction={contact.id} queue={contact.queue} />;
}

function MailOf({ interaction, queue }: { interaction: string; queue: string }) {
  const { conversation, problem, again } = useConversation(interaction);
  const active = onContact();
  const sent = () => {
    again();
    // The case beside it has its first answer.
    void attempt(() => readAttached(interaction));
    caseChanges.value += 1;
  };
  const texts = useAnswerTexts(interaction, queue, active);
  const writing = writings.value[interaction];
  const chosen = chosenOf(conversation);
  useEffect(() => {
    if (conversation !== undefined && active) resume(interaction, conversation);
  }, [conversation !== undefined, active]);
  return (
    <section class="mail" data-testid="mail">
      {conversation && (
        <OtherReaders interaction={interaction} thread={conversation.thread} writes={active && writing !== undefined} />
      )}
      {active && <AnswerBar interaction={interaction} conversation={conversation} texts={texts} />}
      {problem !== undefined && <Refusal text={problem} again={again} />}
      {conversation === undefined && problem === undefined && <Skeleton lines={6} />}
      {conversation?.followUp && (
        <FollowUpLine interaction={interaction} followUp={conversation.followUp} onChanged={again} />
      )}
      {conversation && <MoveLines interaction={interaction} moves={conversation.moves} onChanged={again} />}
      {active && dialog.value === 'followUp' && <FollowUpDialog interaction={interaction} />}
      {active && dialog.value === 'joinMail' && <JoinDialog interaction={interaction} onChanged={again} />}
      {active && dialog.value === 'splitMail' && chosen !== undefined && (
        <SplitDialog interaction={interaction} {...chosen} onChanged={again} />
      )}
      {conversation && (
        <Thread
          conversation={conversation}
          interaction={interaction}
          onChanged={again}
          {...(active && canSplit(conversation) ? { onSplit: askToSplit } : {})}
        />
      )}
      {active && writing && texts && <Editor interaction={interaction} writing={writing} texts={texts} onSent={sent} />}
    </section>
  );
}

/** What is about to be split, and how much came or went after it. */
function chosenOf(conversation: Conversation | undefined): { mail: Mail; later: number } | undefined {
  const mails = conversation?.mails ?? [];
  const at = mails.findIndex((mail) => mail.id === chosenMail.value);
  const mail = mails[at];
  return mail && { mail, later: mails.length - at - 1 };
}
