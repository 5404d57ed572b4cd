import { afterEach, expect, test } from 'vitest';
import { remarkWords } from '../src/mail/remarkWords.ts';
import { translating } from '../src/text/refusals.ts';
import { chosenLanguage } from '../src/text/text.ts';
import { zhRemarks } from '../src/text/zhRemarks.ts';
import { javaSentences, REMARKS } from './javaSentences.ts';

const say = translating(zhRemarks);
const { sentences } = javaSentences(REMARKS);

afterEach(() => {
  chosenLanguage.value = 'en';
});

test('the sources are read', () => {
  expect(sentences.length).toBeGreaterThan(50);
  // Of a mail's problems, of its protection, a note, and why it has not gone.
  expect(sentences).toContain('Part {} says that it is “{}” and is “{}”; it is listed as what it is.');
  expect(sentences).toContain('Some bytes are no characters of {}; they are shown as �.');
  expect(sentences).toContain('The signature fits, but its signer ({}) is not the sender.');
  expect(sentences).toContain('Another copy of it came before.');
  expect(sentences).toContain('Given up after {} days: {}');
});

test('whatever the server says of a mail is said in Chinese', () => {
  const english = sentences.filter((sentence) => {
    const chinese = say(sentence.replaceAll('{}', '7'));
    return !/\p{Script=Han}/u.test(chinese) || /\p{Script=Han}[a-z]/u.test(chinese);
  });
  expect(english, 'add them to src/text/zhRemarks.ts').toEqual([]);
});

test('nothing is kept that the server no longer says', () => {
  const said = new Set(sentences);
  // A word that is filled into a sentence is none itself.
  expect(Object.keys(zhRemarks).filter((english) => english.includes('.') && !said.has(english))).toEqual([]);
});

test.each(Object.entries(zhRemarks))('the Chinese of %j leaves nothing out', (english, chinese) => {
  const holes = english.split('{}').length - 1;
  const places = [...new Set([...chinese.matchAll(/\{(\d)\}/g)].map(([, place]) => Number(place)))].sort();
  expect(places).toEqual(Array.from({ length: holes }, (_, i) => i + 1));
});

test.each([
  ['Part 2.1: Its encoding is broken; what is readable is kept.', '第 2.1 部分：编码已损坏；保留可读的内容。'],
  [
    'The signature fits, but its signer (without an address) is not the sender.',
    '签名相符，但签名者（未注明地址）不是发件人。',
  ],
  [
    'It was encrypted, and has been decrypted. Signed by bo@b.example, and not changed since.',
    '收到时已加密，现已解密。由 bo@b.example 签名，此后未被改动。',
  ],
  ['554 5.7.1 Rejected. See the web site.', '554 5.7.1 Rejected. See the web site.'],
  ['Its signature is broken. So says a newer server.', 'Its signature is broken. So says a newer server.'],
])('%s', (english, chinese) => {
  expect(remarkWords(english)).toBe(english);
  chosenLanguage.value = 'zh';
  expect(remarkWords(english)).toBe(chinese);
});
