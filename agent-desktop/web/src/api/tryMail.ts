import { call } from './http.ts';
import type { MailAddress } from './mail.ts';
import type { Instant } from './types.ts';

export interface CameBack {
  from: MailAddress;
  subject: string;
  text: string;
  at: Instant;
  messageId?: string;
}

export interface TryMailPage {
  /** Not where the centre uses mail servers of its own. */
  available: boolean;
  mailboxes: MailAddress[];
  mails: CameBack[];
}

export interface MailOfCustomer {
  from: string;
  name: string;
  to: string;
  subject: string;
  text: string;
  inReplyTo?: string;
}

export const tryMail = {
  page: (address = '') =>
    call<TryMailPage>('GET', address === '' ? '/try-mail' : `/try-mail?${new URLSearchParams({ address })}`),
  write: (mail: MailOfCustomer) => call('POST', '/try-mail', mail),
};
