import type { Conversation } from '../api/mail.ts';
import { t } from '../text/text.ts';
import { MailItem } from './MailItem.tsx';

interface Properties {
  conversation: Conversation;
  interaction: string;
  /** Something was taken back or sent again. */
  onChanged: () => void;
  onSplit?: (mail: string) => void;
}

/** A conversation, oldest first; the newest mail is open. */
export function Thread({ conversation, interaction, onChanged, onSplit }: Properties) {
  const { mails } = conversation;
  const newest = mails.findLast((mail) => mail.delivery?.state !== 'CANCELLED' && !mail.delivery?.automatic);
  return (
    <ol class="thread" aria-label={t('mail.conversation')} data-testid="thread">
      {mails.map((mail) => (
        <MailItem
          key={mail.id}
          mail={mail}
          newest={mail.id === newest?.id}
          interaction={interaction}
          onChanged={onChanged}
          {...(onSplit === undefined ? {} : { onSplit })}
        />
      ))}
    </ol>
  );
}
