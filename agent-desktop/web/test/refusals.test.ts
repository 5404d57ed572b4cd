import { afterEach, expect, test } from 'vitest';
import { problemOf } from '../src/api/problem.ts';
import { translating } from '../src/text/refusals.ts';
import { chosenLanguage } from '../src/text/text.ts';
import { zhRefusals } from '../src/text/zhRefusals.ts';
import { zhRefusalsOfSetUp } from '../src/text/zhRefusalsOfSetUp.ts';
import { javaSentences } from './javaSentences.ts';

const CATALOGUE = { ...zhRefusals, ...zhRefusalsOfSetUp };
const say = translating(CATALOGUE);
const { sentences, words } = javaSentences();

afterEach(() => {
  chosenLanguage.value = 'en';
});

const refusal = (body: unknown) =>
  problemOf(
    new Response(JSON.stringify(body), { status: 422, headers: { 'Content-Type': 'application/problem+json' } }),
  );

test('the sources are read', () => {
  expect(sentences.length).toBeGreaterThan(150);
  expect(sentences).toContain('A title has 1 to {} characters, not {}.');
  expect(sentences).toContain('{} customers, {} other organisations and {} cases belong to it. Move them first.');
  expect(sentences).toContain('Case {} is closed and goes on in {}. Open a new one and relate the two.');
  expect(words).toContain('case category');
});

test('whatever the server refuses with is said in Chinese', () => {
  const english = sentences.filter((sentence) => {
    const chinese = say(sentence.replaceAll('{}', '7'));
    // A word right beside a Chinese one was filled in by us and not translated.
    return !/\p{Script=Han}/u.test(chinese) || /\p{Script=Han}[a-z]/u.test(chinese);
  });
  expect(english, 'add them to src/text/zhRefusals.ts').toEqual([]);
});

test('so are the words that it fills in', () => {
  expect(words.filter((word) => !/\p{Script=Han}/u.test(say(word)))).toEqual([]);
});

test('nothing is kept that the server no longer says', () => {
  const said = sentences.map((sentence) => say(sentence.replaceAll('{}', '7')));
  const stale = Object.keys(CATALOGUE).filter(
    (english) => english.endsWith('.') && !said.includes(say(english.replaceAll('{}', '7'))),
  );
  expect(stale).toEqual([]);
});

test.each(Object.entries(CATALOGUE))('the Chinese of %j leaves nothing out', (english, chinese) => {
  const holes = english.split('{}').length - 1;
  const places = [...new Set([...chinese.matchAll(/\{(\d)\}/g)].map(([, place]) => Number(place)))].sort();
  expect(places).toEqual(Array.from({ length: holes }, (_, i) => i + 1));
});

test.each([
  ['There is no such customer.', '没有该客户。'],
  ['There is no such product; write it first.', '没有该产品，请先登记。'],
  ['There is no team front; name one that exists, or none.', '没有班组 front，请指定已有的，或不指定。'],
  ['There is no calendar night; create it first, or name one that exists.', '没有日历 night，请先创建，或指定已有的。'],
  [
    'Without effect: level 3 of de is enough by then; change it, or remove it.',
    '没有作用：届时de的级别 3 已足够；请修改或删除。',
  ],
  ['Something that a newer server says.', 'Something that a newer server says.'],
])('%s', (english, chinese) => expect(say(english)).toBe(chinese));

test('a refusal comes in the language of the page', async () => {
  const body = { title: 'Not understood', detail: 'A note has 1 to 4000 characters.', field: 'text' };
  expect((await refusal(body)).detail).toBe('A note has 1 to 4000 characters.');
  chosenLanguage.value = 'zh';
  expect(await refusal(body)).toMatchObject({ detail: '备注须为 1 至 4000 个字符。', field: 'text' });
});

test('so do several at once', async () => {
  chosenLanguage.value = 'zh';
  const message = 'A text needs a title, by which it is found and listed.';
  const problems = [{ message }, { message: 'At most 300 characters fit here, not 301; shorten it.' }];
  expect((await refusal({ detail: 'articles/ texts.en.title: …', problems })).detail).toBe(
    '文本需要标题，以便查找和列出。 此处最多 300 个字符，现有 301 个，请缩短。',
  );
});
