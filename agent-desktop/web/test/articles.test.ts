import { expect, test } from 'vitest';
import { inOrder } from '../src/articles/categories.ts';
import { beginOf, dayOf } from '../src/articles/days.ts';
import { withText } from '../src/articles/drafts.ts';
import { filterOf, queryOf } from '../src/articles/filters.ts';
import { formOf, toSend, withPicture } from '../src/articles/form.ts';
import { keysOf, oneByOne, together } from '../src/articles/oneByOne.ts';
import { reasonWords } from '../src/articles/reasonWords.ts';
import { stateOf, textOf } from '../src/articles/texts.ts';
import { listsOf, wordsOf } from '../src/articles/wordLists.ts';
import { viewOf } from '../src/desktop/viewOf.ts';
import { clearChoices, differences, merge } from '../src/records/versions.ts';
import { fileSize } from '../src/text/format.ts';
import { chosenLanguage } from '../src/text/text.ts';
import { categories, invoice, offer, router, suggestions, versions } from './pages/articleWorld.ts';
import { NOW } from './pages/world.ts';

const BERLIN = 'Europe/Berlin';

test('addresses name the pages of the knowledge base', () => {
  expect(viewOf('/articles')).toEqual({ is: 'articles', page: 'list' });
  expect(viewOf('/articles/new')).toEqual({ is: 'articles', page: 'new' });
  expect(viewOf('/articles/tend')).toEqual({ is: 'articles', page: 'tend' });
  expect(viewOf('/articles/p%2F1')).toEqual({ is: 'articles', page: 'one', id: 'p/1' });
  expect(viewOf('/articles/p1/edit')).toEqual({ is: 'articles', page: 'edit', id: 'p1' });
});

test('a search and its filters stand in the address and are read from it', () => {
  const filter = { category: 'c1', audience: 'PUBLIC', state: 'EXPIRED' } as const;
  const words = queryOf('发票 & more', filter);
  expect(filterOf(new URLSearchParams(words))).toEqual(filter);
  expect(new URLSearchParams(words).get('q')).toBe('发票 & more');
  expect(queryOf('', {})).toBe('');
});

test('an article is read in the language asked for, else the reader’s, whatever its script', () => {
  chosenLanguage.value = 'zh';
  expect(textOf(router, 'de')?.language).toBe('de');
  expect(textOf(router)?.language).toBe('zh-Hans');
  expect(textOf(router, 'fr')?.language).toBe('zh-Hans');
  expect(textOf(invoice)?.language).toBe('en');
  expect(textOf({ ...router, texts: [] })).toBeUndefined();
  chosenLanguage.value = 'en';
  expect(textOf(router)?.language).toBe('en');
});

test('its dates tell its state', () => {
  expect([router, invoice, offer].map((one) => stateOf(one, NOW))).toEqual(['CURRENT', 'REVIEW_DUE', 'EXPIRED']);
});

test('the reasons are said in words, the weightiest ones only', () => {
  chosenLanguage.value = 'en';
  const [first, second] = suggestions.map((one) => reasonWords(one.reasons));
  expect(first).toBe('you wrote: invoice, March · used 12 times in sales in 30 days');
  expect(second).toBe('9 of 10 found it helpful');
  expect(
    reasonWords([
      { type: 'sameCategory', category: 'c1' },
      { type: 'usedWithCustomer', contacts: 1 },
      { type: 'helpful', helpful: 1, of: 1 },
    ]),
  ).toBe('in the category of the case · used in an earlier contact with this customer');
});

test('a day begins at midnight of its zone, also when the clocks change', () => {
  expect(beginOf('2026-01-31', BERLIN)).toBe('2026-01-30T23:00:00.000Z');
  expect(beginOf('2026-07-01', BERLIN)).toBe('2026-06-30T22:00:00.000Z');
  expect(beginOf('2026-03-29', BERLIN)).toBe('2026-03-28T23:00:00.000Z');
  expect(beginOf('2026-03-30', BERLIN)).toBe('2026-03-29T22:00:00.000Z');
  expect(beginOf('2026-01-31', 'America/St_Johns')).toBe('2026-01-31T03:30:00.000Z');
  expect(beginOf('2026-01-31', 'UTC')).toBe('2026-01-31T00:00:00.000Z');
  for (const zone of [BERLIN, 'Asia/Shanghai', 'America/Los_Angeles']) {
    expect(dayOf(beginOf('2026-10-25', zone), zone)).toBe('2026-10-25');
  }
});

test('an article that is read and written unchanged stays what it is, to the millisecond', () => {
  const { category, audience, owner, reviewAt } = router;
  const sent = toSend(formOf(router, BERLIN), router, BERLIN);
  expect(sent).toMatchObject({ category, audience, owner: owner.id, reviewAt });
  expect(sent.texts.map(({ title }) => title)).toEqual(router.texts.map(({ title }) => title));
  expect(sent).not.toHaveProperty('expiresAt');
  const moved = toSend({ ...formOf(router, BERLIN), expiresAt: '2027-05-01' }, router, BERLIN);
  expect(moved.expiresAt).toBe('2027-04-30T22:00:00.000Z');
});

test('a picture stands where the text was marked, in a paragraph of its own', () => {
  expect(withPicture('one two', 4, 7, 'a[b].png', 'f1')).toBe('one \n\n![a b ](file:f1)');
  expect(withPicture('', 0, 0, 'router', 'f1')).toBe('![router](file:f1)');
  expect(withPicture('| 1 |\n', 6, 6, 'r', 'f1')).toBe('| 1 |\n\n![r](file:f1)');
  expect(withPicture('a\n\nb', 3, 3, 'r', 'f1')).toBe('a\n\n![r](file:f1)\n\nb');
});

test('what only one side changed is clear, what both changed is asked', () => {
  const read = formOf(router, BERLIN);
  const put = (title: string, summary: string) =>
    read.texts.map((one) => (one.language === 'en' ? { ...one, title, summary } : one));
  const mine = { ...read, texts: put('Mine', 'My summary') };
  const theirs = { ...read, audience: 'INTERNAL' as const, texts: put('Theirs', 'Helps nine times out of ten.') };
  const keys = keysOf(mine, theirs);
  const [was, my, their] = [oneByOne(read, keys), oneByOne(mine, keys), oneByOne(theirs, keys)];
  const found = differences(keys, was, my, their);
  expect(found.map(({ field, by }) => [field, by])).toEqual([
    ['audience', 'them'],
    ['en.title', 'both'],
    ['en.summary', 'me'],
  ]);
  const clear = clearChoices(found);
  expect(clear).toEqual({ audience: 'theirs', 'en.summary': 'mine' });
  const merged = together(merge(my, their, { ...clear, 'en.title': 'mine' }));
  expect(merged.audience).toBe('INTERNAL');
  expect(merged.texts.find((one) => one.language === 'en')).toMatchObject({ title: 'Mine', summary: 'My summary' });
});

test('a language that one side took away goes where that is chosen', () => {
  const read = formOf(router, BERLIN);
  const mine = { ...read, texts: read.texts.filter((one) => one.language !== 'de') };
  const keys = keysOf(mine, read);
  const [my, their] = [oneByOne(mine, keys), oneByOne(read, keys)];
  const found = differences(keys, their, my, their);
  expect(found.map(({ field }) => field)).toEqual(['de.title', 'de.summary', 'de.body']);
  const merged = together(merge(my, their, clearChoices(found)));
  expect(merged.texts.map((one) => one.language)).toEqual(['en', 'zh-Hans']);
});

test('a version that is brought back takes the place of its language only', () => {
  const [, former] = versions;
  if (former === undefined) throw new Error('the world lost a version');
  const draft = withText(router, former);
  expect(draft.texts.map((one) => one.language).sort()).toEqual(['de', 'en', 'zh-Hans']);
  expect(draft.texts.find((one) => one.language === 'en')?.summary).toBe('Helps often.');
  expect(draft).not.toHaveProperty('files');
});

test('categories stand below what they are part of, also when that is unknown', () => {
  const order = inOrder([...categories].reverse()).map(({ category, depth }) => `${category.id} ${depth}`);
  expect(order).toEqual(['c1 0', 'c2 1', 'c3 0']);
  const [, part] = categories;
  if (part === undefined) throw new Error('the world lost a category');
  expect(inOrder([part]).map(({ depth }) => depth)).toEqual([0]);
});

test('words that mean the same are cut at the commas of both languages', () => {
  expect(wordsOf('mobile, cell phone，手机、mobile')).toEqual(['mobile', 'cell phone', '手机']);
  expect(listsOf(['a, b', ' , ', ''])).toEqual([['a', 'b']]);
});

test('sizes of files are told in the unit that fits', () => {
  expect([812, 48_213, 20_971_520].map(fileSize)).toEqual(['812 byte', '48.2 kB', '21 MB']);
});
