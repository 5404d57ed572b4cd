import type { Mail } from '../api/mail.ts';
import { addressWords, writeAddresses } from './addresses.ts';
import type { QuoteWords } from './presets.ts';

/** Around what is quoted. The customer reads it, so it is in his language, whatever the desktop speaks. */
interface Words {
  /** As the mail programs of that language write it: other programs know by it where the quotation begins. */
  attribution: string;
  forwarded: string;
  from: string;
  at: string;
  to: string;
  subject: string;
}

const WORDS: Readonly<Record<string, Words>> = {
  en: {
    attribution: 'On {at}, {who} wrote:',
    forwarded: 'Forwarded message',
    from: 'From',
    at: 'Date',
    to: 'To',
    subject: 'Subject',
  },
  de: {
    attribution: 'Am {at} schrieb {who}:',
    forwarded: 'Weitergeleitete Nachricht',
    from: 'Von',
    at: 'Datum',
    to: 'An',
    subject: 'Betreff',
  },
  fr: {
    attribution: 'Le {at}, {who} a écrit :',
    forwarded: 'Message transféré',
    from: 'De',
    at: 'Date',
    to: 'À',
    subject: 'Objet',
  },
  es: {
    attribution: 'El {at}, {who} escribió:',
    forwarded: 'Mensaje reenviado',
    from: 'De',
    at: 'Fecha',
    to: 'Para',
    subject: 'Asunto',
  },
  it: {
    attribution: 'Il {at}, {who} ha scritto:',
    forwarded: 'Messaggio inoltrato',
    from: 'Da',
    at: 'Data',
    to: 'A',
    subject: 'Oggetto',
  },
  nl: {
    attribution: 'Op {at} schreef {who}:',
    forwarded: 'Doorgestuurd bericht',
    from: 'Van',
    at: 'Datum',
    to: 'Aan',
    subject: 'Onderwerp',
  },
  zh: {
    attribution: '{who} 于 {at} 写道：',
    forwarded: '转发的邮件',
    from: '发件人',
    at: '日期',
    to: '收件人',
    subject: '主题',
  },
};

/**
 * @param language of the customer, as `de` or `zh-Hans`
 * @param otherwise where that is not known, or none that these words are in
 */
export function quoteWords(mail: Mail, language: string | undefined, otherwise: string, zone?: string): QuoteWords {
  const spoken = [language, otherwise].find((one) => one !== undefined && WORDS[bare(one)] !== undefined) ?? 'en';
  const words = WORDS[bare(spoken)] as Words;
  const at = timeIn(mail.at, spoken, zone);
  return {
    attribution: words.attribution.replace('{at}', () => at).replace('{who}', () => addressWords(mail.from)),
    forwarded: [
      `---------- ${words.forwarded} ----------`,
      `${words.from}: ${addressWords(mail.from)}`,
      `${words.at}: ${at}`,
      `${words.to}: ${writeAddresses(mail.to)}`,
      `${words.subject}: ${mail.subject}`,
    ],
  };
}

const bare = (language: string): string => language.toLowerCase().split('-')[0] ?? '';

function timeIn(instant: string, language: string, zone: string | undefined): string {
  const inZone = zone === undefined || zone === '' ? {} : { timeZone: zone };
  // British English: the day before the month, as everywhere else here.
  const locale = bare(language) === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', ...inZone }).format(
    new Date(instant),
  );
}
