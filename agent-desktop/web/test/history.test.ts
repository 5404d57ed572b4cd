import { expect, test } from 'vitest';
import { talkedMs, undoneWrapUp } from '../src/desktop/contactFigures.ts';
import { type Pages, turn } from '../src/desktop/pages.ts';
import { contacts } from './pages/world.ts';

const [first, second] = contacts;
if (first === undefined || second === undefined) throw new Error('the world has too few contacts');

test('pages are put together, and nothing stands there twice', () => {
  let pages: Pages = { items: [], state: 'loading' };
  pages = turn(pages, { is: 'page', items: [first], next: 'c1', first: true });
  expect(pages).toMatchObject({ next: 'c1', state: 'shown' });
  pages = turn(pages, { is: 'page', items: [first, second], first: false });
  expect(pages.items.map((item) => item.id)).toEqual(['h1', 'h2']);
  expect(pages).not.toHaveProperty('next');
});

test('a failure keeps what is there', () => {
  const pages = turn({ items: [first], state: 'shown' }, { is: 'fail', problem: 'no' });
  expect(pages).toMatchObject({ items: [first], state: 'failed', problem: 'no' });
});

test('talking is summed over segments', () => {
  expect(talkedMs(first)).toBe(252_000);
  expect(talkedMs({ ...first, segments: [] })).toBe(0);
});

test('a wrap-up is told of unless it was done', () => {
  expect(contacts.map(undoneWrapUp)).toEqual([undefined, undefined, 'RAN_OUT', undefined]);
  expect(undoneWrapUp({ ...first, wrapUp: 'OPEN' })).toBe('OPEN');
});
