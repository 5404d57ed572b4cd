import { expect, test } from 'vitest';
import { type Hit, hitsOf, latest } from '../src/find/finding.ts';
import { withNewest } from '../src/find/recent.ts';
import { fault, orders } from './pages/caseWorld.ts';
import { organisation, wang } from './pages/recordWorld.ts';
import { customer } from './pages/world.ts';

const found = { customers: [customer, wang], organisations: [organisation], cases: [fault], orders };

test('people come before organisations before cases before orders, with where they belong and how they are reached', () => {
  const hits = hitsOf(found, ['customers', 'organisations', 'cases', 'orders']);
  expect(hits.map((hit) => hit.id)).toEqual(['k1', 'k2', 'g1', 'c1', ...orders.map((one) => one.id)]);
  expect(hits[0]).toMatchObject({ reachedAt: '+49301234561', organisation: 'Schönfeld Maschinenbau GmbH' });
  expect(hits[2]).toMatchObject({ kind: 'organisations', organisation: 'Nordlicht Holding AG' });
  expect(hits[3]).toMatchObject({ kind: 'cases', reachedAt: 'C-2026-000123', organisation: 'Käthe Schönfeld' });
  expect(hits[4]).toMatchObject({ kind: 'orders', name: orders[0]?.number, customer: orders[0]?.customer.id });
});

test('only the kinds asked for are shown', () => {
  expect(hitsOf(found, ['organisations']).map((hit) => hit.id)).toEqual(['g1']);
});

test('the primary point goes before the first', () => {
  const [point] = wang.points;
  if (point === undefined) throw new Error('the world lost a point');
  const points = [{ ...point, primary: false, value: '+861' }, point];
  const reachedAt = (given: typeof points) =>
    hitsOf({ ...found, customers: [{ ...wang, points: given }] }, ['customers'])[0]?.reachedAt;
  expect(reachedAt(points)).toBe(point.value);
  expect(reachedAt([])).toBe('');
});

test('an answer that a newer question has overtaken says nothing, whichever comes first', async () => {
  const waiting = new Map<string, (answer: string) => void>();
  const ask = latest((question: string) => new Promise<string>((answer) => waiting.set(question, answer)));
  const first = ask('wa');
  const second = ask('wang');
  waiting.get('wang')?.('Wang');
  waiting.get('wa')?.('Wa');
  expect(await second).toBe('Wang');
  expect(await first).toBeUndefined();
});

test('only the newest question may fail', async () => {
  const waiting: ((error: Error) => void)[] = [];
  const ask = latest(() => new Promise<string>((_, fail) => waiting.push(fail)));
  const first = ask(0);
  const second = ask(0);
  for (const fail of waiting) fail(new Error('gone'));
  expect(await first).toBeUndefined();
  await expect(second).rejects.toThrow('gone');
});

test('what was looked at last stands first and once, and not without end', () => {
  const hit = (id: string): Hit => ({ kind: 'customers', id, name: id, reachedAt: '', organisation: '' });
  const seen = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '3'].reduce<Hit[]>(
    (before, id) => withNewest(before, hit(id)),
    [],
  );
  expect(seen.map((one) => one.id)).toEqual(['3', '9', '8', '7', '6', '5', '4', '2']);
});
