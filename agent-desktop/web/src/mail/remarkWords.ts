import { translating } from '../text/refusals.ts';
import { language } from '../text/text.ts';
import { zhRemarks } from '../text/zhRemarks.ts';

const inChinese = translating(zhRemarks);
/** Between two sentences that the server puts one after the other, as of what is encrypted and signed. */
const BETWEEN = /(?<=\.) (?=[A-Z])/;

/** What the server says of a mail, in the reader's language; what the catalogue does not know stays English. */
export function remarkWords(said: string): string {
  if (language.value === 'en') return said;
  const whole = inChinese(said);
  if (whole !== said) return whole;
  const sentences = said.split(BETWEEN);
  const translated = sentences.map(inChinese);
  return translated.some((one, at) => one === sentences[at]) ? said : translated.join('');
}
