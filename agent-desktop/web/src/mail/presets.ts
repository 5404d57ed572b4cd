import type { Mail, MailAddress } from '../api/mail.ts';
import { isSame, writeAddresses } from './addresses.ts';

export type AnswerKind = 'reply' | 'replyAll' | 'forward';

/** What an answer begins with. */
export interface Preset {
  /** The mail that it answers; a forwarded one is answered by nobody. */
  answers?: string;
  to: string;
  cc: string;
  subject: string;
  text: string;
}

/** In the language of who reads them. */
export interface QuoteWords {
  /** Above what is quoted: who wrote it, and when. */
  attribution: string;
  /** Above what is forwarded, one line each. */
  forwarded: readonly string[];
}

// Also as the mail programs of the centre's customers write it; Re[2]: and Re^2: are the same once more.
const REPLY = /^\s*(?:(?:re|aw|antw|sv|vs|odp|ynt|res|回复|答复|回覆)(?:\[\d+\]|\^\d+)?\s*[:：]\s*)+/i;
const FORWARD = /^\s*(?:(?:fwd?|wg|tr|rv|vs|转发|轉寄)\s*[:：]\s*)+/i;

/**
 * @param own the address of the centre's mailbox, which writes to itself in no answer
 * @param signature put under what will be written, and above what is quoted; may be empty
 */
export function preset(kind: AnswerKind, mail: Mail, own: string, words: QuoteWords, signature = ''): Preset {
  const above = signature === '' ? '\n\n' : `\n\n${signature}\n\n`;
  if (kind === 'forward') {
    return { to: '', cc: '', subject: forwardSubject(mail.subject), text: above + forwarded(mail, words) };
  }
  const to = others(mail.incoming ? [mail.from] : mail.to, own, []);
  const cc = kind === 'reply' ? [] : others(mail.incoming ? [...mail.to, ...mail.cc] : mail.cc, own, to);
  return {
    answers: mail.id,
    to: writeAddresses(to),
    cc: writeAddresses(cc),
    subject: replySubject(mail.subject),
    text: `${above}${words.attribution}\n${quote(mail.content.text)}\n`,
  };
}

/** One `Re:` however often it went back and forth. */
export function replySubject(subject: string): string {
  return `Re: ${subject.replace(REPLY, '').trim()}`.trim();
}

export function forwardSubject(subject: string): string {
  return `Fwd: ${subject.replace(FORWARD, '').trim()}`.trim();
}

/** What is new in the mail: whatever it quoted itself stands in the conversation already. */
export function quote(text: string): string {
  return text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => (line === '' || line.startsWith('>') ? `>${line}` : `> ${line}`))
    .join('\n');
}

/** Whole, as its reader has nothing else of it. */
function forwarded({ content }: Mail, words: QuoteWords): string {
  const whole = [content.text, content.signature, content.quoted].filter((one) => one.trim() !== '').join('\n\n');
  return `${words.forwarded.join('\n')}\n\n${whole.trim()}\n`;
}

function others(addresses: readonly MailAddress[], own: string, besides: readonly MailAddress[]): MailAddress[] {
  const kept: MailAddress[] = [];
  for (const one of addresses) {
    const known = [{ address: own, name: '' }, ...besides, ...kept].some((other) => isSame(one, other));
    if (one.address !== '' && !known) kept.push(one);
  }
  return kept;
}
