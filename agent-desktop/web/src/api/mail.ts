import { call, upload } from './http.ts';
import type { Instant, Named, Titles } from './types.ts';

/** Conversations by mail, as docs/api.md describes them. */

export interface MailAddress {
  address: string;
  name: string;
}

/** An attachment of what is being written. */
export interface MailFile {
  name: string;
  mediaType: string;
  sha256: string;
  size: number;
}

export interface MailAttachment {
  number: string;
  name: string;
  mediaType: string;
  size: number;
  inline: boolean;
  contentId?: string;
  within?: string;
}

export interface MailContent {
  /** What is new in it. */
  text: string;
  quoted: string;
  signature: string;
  /** Of a mail that was written here. */
  html?: string;
  /** Of one that came with HTML; it seems to have pictures from other servers or not. */
  layout?: { asksOthers: boolean };
  attachments: MailAttachment[];
  language?: string;
  protection?: Protection;
  protectionDetail?: string;
  problems: string[];
  evidence: string[];
}

export type Protection = 'SIGNED_VALID' | 'SIGNED_UNTRUSTED' | 'SIGNED_INVALID' | 'ENCRYPTED' | 'DECRYPTED';
export type DeliveryState = 'WAITING' | 'SENDING' | 'SENT' | 'FAILED' | 'CANCELLED' | 'UNCERTAIN';

export interface Delivery {
  state: DeliveryState;
  automatic: boolean;
  dueAt: Instant;
  attempts: number;
  maybeTwice: boolean;
  error?: string;
  sentAt?: Instant;
  recipients: { address: string; sentAt?: Instant; failure?: string }[];
}

/** What was thought of answering a mail automatically. */
export interface ThoughtOfReply {
  kind: string;
  at: Instant;
  /** `SENT`, or why not. */
  reason: string;
  detail: string;
}

export interface Mail {
  id: string;
  incoming: boolean;
  kind: string;
  from: MailAddress;
  to: MailAddress[];
  cc: MailAddress[];
  subject: string;
  at: Instant;
  size: number;
  content: MailContent;
  /** The agent who wrote it. */
  author?: string;
  /** Another conversation that it names without belonging there. */
  linked?: string;
  note?: string;
  delivery?: Delivery;
  replies: ThoughtOfReply[];
}

/** What an agent writes of an answer. */
export interface MailText {
  to: MailAddress[];
  cc: MailAddress[];
  subject: string;
  text: string;
  /** With formatting: its words then take the place of the text. */
  html?: string;
  files: MailFile[];
  /** That a new mail goes out from. */
  mailbox?: string;
  /** That a new mail will belong to. */
  serviceCase?: string;
}

export interface MailDraft {
  id: string;
  version: number;
  content: MailText & { mailbox: string };
  answers?: string;
  changedAt: Instant;
}

export interface Conversation {
  thread: string;
  mailbox: string;
  address: string;
  /** Oldest first. */
  mails: Mail[];
  draft?: MailDraft;
  begun?: BegunMail;
  followUp?: FollowUp;
  /** What was split from it and joined with it, in its order. */
  moves: MailMove[];
}

/** Mails that an agent put into another conversation. */
export interface MailMove {
  id: string;
  kind: 'SPLIT' | 'JOIN';
  /** His name. */
  agent: string;
  at: Instant;
  subject: string;
  /** How many moved. */
  mails: number;
  /** They stand in another conversation now. */
  away: boolean;
  undoable: boolean;
}

/** What could be joined with a conversation. */
export interface OtherConversation {
  interaction: string;
  subject: string;
  /** Of its newest mail. */
  at: Instant;
  mails: number;
  state: 'WAITING' | 'HELD' | 'ENDED';
  /** Who has it. */
  agent?: string;
  mine: boolean;
}

/** When a conversation comes back. */
export interface FollowUp {
  dueAt: Instant;
  note: string;
  /** Who put it off. */
  agent: string;
  mine: boolean;
}

/** A new mail that the agent has not sent: whom it is for, and what he may choose. */
export interface BegunMail {
  customer: Named;
  to: string;
  mailboxes: (MailAddress & { mailbox: string })[];
}

/** What is put into an answer, filled in for its conversation. */
export interface ReadyText {
  id: string;
  title: Titles;
  text: string;
}

export interface AnswerTexts {
  /** Of the customer, as far as his mails tell. */
  language?: string;
  canned: ReadyText[];
  /** The first is put under what is begun. */
  signatures: ReadyText[];
}

const part = encodeURIComponent;
const of = (interaction: string) => `/interactions/${part(interaction)}/mail`;

export const mails = {
  conversation: (interaction: string) => call<Conversation>('GET', of(interaction)),
  /** @param version of what it takes the place of; 0 where there was nothing */
  keep: (interaction: string, draft: MailText & { answers?: string }, version: number) =>
    call<MailDraft>('PUT', `${of(interaction)}/draft`, draft, version),
  drop: (interaction: string) => call('DELETE', `${of(interaction)}/draft`),
  /** @param anyway also where a colleague has answered meanwhile */
  send: (interaction: string, version: number, anyway: boolean) =>
    call<{ mail: string; dueAt: Instant }>(
      'POST',
      `${of(interaction)}/send`,
      anyway ? { version, anyway } : { version },
    ),
  /** @param about of a new mail: what has been chosen */
  texts: (interaction: string, about: Readonly<Record<string, string>> = {}) =>
    call<AnswerTexts>('GET', `${of(interaction)}/texts?${new URLSearchParams(about)}`),
  /** A new mail to a customer, or the one that was begun before and not sent; the interaction that it becomes. */
  begin: (customer: string, to: string) =>
    call<{ interaction: string }>('POST', `/customers/${part(customer)}/mails`, { to }),
  putOff: (interaction: string, dueAt: Instant, note: string) =>
    call('PUT', `${of(interaction)}/follow-up`, { dueAt, note }),
  dropFollowUp: (interaction: string) => call('DELETE', `${of(interaction)}/follow-up`),
  others: (interaction: string) => call<{ items: OtherConversation[] }>('GET', `${of(interaction)}/others`),
  /**
   * @param later with all that came or went after it
   * @param mine it is offered to who asks first
   */
  split: (interaction: string, mail: string, later: boolean, mine: boolean) =>
    call<{ interaction: string; move: string }>('POST', `${of(interaction)}/split`, { mail, later, mine }),
  join: (interaction: string, other: string) => call<{ move: string }>('POST', `${of(interaction)}/join`, { other }),
  undoMove: (interaction: string, move: string) => call('POST', `${of(interaction)}/undo`, { move }),
  takeBack: (mail: string) => call<MailDraft>('POST', `/mails/${part(mail)}/take-back`),
  sendAgain: (mail: string) => call('POST', `/mails/${part(mail)}/send-again`),
  attach: (file: Blob, name: string) => upload<MailFile>(`/mails/files?${new URLSearchParams({ name })}`, file),
};

/** Where the browser fetches things by itself. */
export const mailAddresses = {
  raw: (mail: string) => `/api/v1/mails/${part(mail)}/raw`,
  file: (mail: string, number: string) => `/api/v1/mails/${part(mail)}/files/${part(number)}`,
  /** @param remote with pictures from other servers, which then learn that it is read */
  page: (mail: string, remote: boolean) => `/api/v1/mails/${part(mail)}/page${remote ? '?remote=true' : ''}`,
};
