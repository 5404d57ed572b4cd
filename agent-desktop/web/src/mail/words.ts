import type { Conversation, Mail, MailAttachment, ThoughtOfReply } from '../api/mail.ts';
import type { IconName } from '../parts/Icon.tsx';
import { isKey, t } from '../text/text.ts';

/** What a conversation is about: as it was called last by its customer, or where he wrote nothing, by us. */
export function titleOf({ mails }: Conversation): string {
  const named = mails.findLast((mail) => mail.incoming) ?? mails.at(-1);
  return named?.subject || t('mail.noSubject');
}

/** What it is, where it is not simply what somebody wrote. */
export function kindWord({ kind, delivery, incoming }: Mail): string | undefined {
  if (delivery?.automatic) return t('mail.kind.ACKNOWLEDGEMENT');
  if (!incoming || kind === 'HUMAN') return undefined;
  const key = `mail.kind.${kind}`;
  return isKey(key) ? t(key) : kind;
}

/** Why a mail was not answered automatically; nothing where it was: the answer stands in the conversation. */
export function suppressedWords({ reason, detail }: ThoughtOfReply): string | undefined {
  if (reason === 'SENT') return undefined;
  const key = `mail.reason.${reason}`;
  return t('mail.suppressed', { reason: isKey(key) ? t(key) : detail });
}

const ARCHIVES = /zip|compressed|tar|rar|7z/;

export function fileIcon({ mediaType }: Pick<MailAttachment, 'mediaType'>): IconName {
  if (mediaType.startsWith('image/')) return 'screen';
  if (mediaType.startsWith('audio/')) return 'sound';
  if (mediaType === 'message/rfc822') return 'mail';
  if (mediaType === 'text/calendar') return 'clock';
  if (/sheet|csv|excel/.test(mediaType)) return 'table';
  return ARCHIVES.test(mediaType) ? 'case' : 'list';
}
