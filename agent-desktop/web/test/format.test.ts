import { afterEach, describe, expect, test } from 'vitest';
import { count, elapsed, languageName, moment, percent } from '../src/text/format.ts';
import { chosenLanguage, t } from '../src/text/text.ts';

afterEach(() => {
  chosenLanguage.value = 'en';
});

test.each([
  [-500, '0:00'],
  [0, '0:00'],
  [999, '0:00'],
  [59_999, '0:59'],
  [252_000, '4:12'],
  [3_599_000, '59:59'],
  [3_600_000, '1:00:00'],
  [90_061_000, '25:01:01'],
])('%d ms are %s', (ms, text) => expect(elapsed(ms)).toBe(text));

describe('a moment', () => {
  const now = Date.parse('2026-11-20T23:30:00.000Z');

  test('is a time today, in the zone of the centre', () => {
    // In Berlin it is half past midnight already.
    expect(moment('2026-11-20T23:10:00.000Z', now, 'Europe/Berlin')).toBe('00:10');
    expect(moment('2026-11-20T22:50:00.000Z', now, 'Europe/Berlin')).toBe('yesterday 23:50');
    expect(moment('2026-11-20T22:50:00.000Z', now, 'UTC')).toBe('22:50');
  });

  test('names the day further back, and the year when it is another', () => {
    expect(moment('2026-03-12T14:05:00.000Z', now, 'UTC')).toBe('12 Mar 14:05');
    expect(moment('2024-03-12T14:05:00.000Z', now, 'UTC')).toBe('12 Mar 2024 14:05');
  });

  test('is Chinese in Chinese', () => {
    chosenLanguage.value = 'zh';
    expect(moment('2026-11-19T14:05:00.000Z', now, 'UTC')).toBe('昨天 14:05');
    expect(moment('2024-03-12T14:05:00.000Z', now, 'UTC')).toBe('2024年3月12日 14:05');
  });

  test('counts a day of 25 hours as one day', () => {
    const afterTheChange = Date.parse('2026-10-25T22:30:00.000Z');
    expect(moment('2026-10-24T22:30:00.000Z', afterTheChange, 'Europe/Berlin')).toBe('00:30');
  });
});

test('numbers follow the language', () => {
  expect(percent(0.715)).toBe('72%');
  expect(percent(0.026, 1)).toBe('2.6%');
  expect(count(12_345)).toBe('12,345');
});

test('languages are named in the language of the page', () => {
  expect(languageName('de')).toBe('German');
  expect(languageName('not a code')).toBe('not a code');
  chosenLanguage.value = 'zh';
  expect(languageName('de')).toBe('德语');
});

test('plurals', () => {
  expect(t('why.behind', { count: 1 })).toBe('1 contact is before it');
  expect(t('why.behind', { count: 3 })).toBe('3 contacts are before it');
  chosenLanguage.value = 'zh';
  expect(t('why.behind', { count: 1 })).toBe('前面还有 1 个联系');
});

test('what stands in a parameter is not filled again', () => {
  expect(t('search.none', { text: '{text} {count}' })).toBe('Nothing found for “{text} {count}”.');
});
