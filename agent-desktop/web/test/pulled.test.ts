import { afterEach, describe, expect, test, vi } from 'vitest';
import type { PulledMail } from '../src/api/pulled.ts';
import { viewOf } from '../src/desktop/viewOf.ts';
import { whereTaken } from '../src/desktop/whereTaken.ts';
import { read } from '../src/feed/messages.ts';
import { NOTHING, reduce } from '../src/feed/picture.ts';
import { dueOf } from '../src/pulled/due.ts';
import { NONE, oldestOf, type PulledList, type Step, turn } from '../src/pulled/list.ts';
import { oneAtATime, PAGE, readFirst } from '../src/pulled/reading.ts';
import { mails as world } from './pages/pulledWorld.ts';
import { seat } from './pages/world.ts';

const [model] = world as [PulledMail];
const mail = (id: string, more: Partial<PulledMail> = {}): PulledMail => ({ ...model, id, ...more });
const came = (...ids: string[]): Step => ({ is: 'read', page: { items: ids.map((id) => mail(id)) } });
const after = (...steps: Step[]): PulledList => steps.reduce(turn, NONE);
const shown = ({ rows }: PulledList) => rows.map((row) => (row.gone ? `(${row.mail.id})` : row.mail.id)).join(' ');

afterEach(() => vi.unstubAllGlobals());

describe('the list', () => {
  test('follows the server while nobody points at it', () => {
    expect(shown(after(came('a', 'b'), came('c', 'b', 'a')))).toBe('c b a');
    expect(shown(after(came('a', 'b'), came('b')))).toBe('b');
  });

  test('keeps everything in its place under the pointer, and follows when that leaves', () => {
    const held = after(came('a', 'b', 'c'), { is: 'hold', held: true }, came('d', 'c', 'a'));
    expect(shown(held)).toBe('a (b) c d');
    expect(shown(turn(held, came('d', 'c', 'a', 'b')))).toBe('a b c d');
    expect(shown(turn(held, { is: 'hold', held: false }))).toBe('d c a');
  });

  test('chooses the first, and then what its reader chooses', () => {
    expect(after(came('a', 'b')).chosen).toBe('a');
    expect(after(came('a', 'b'), { is: 'move', by: 1 }).chosen).toBe('b');
    expect(after(came('a', 'b'), { is: 'move', by: 1 }, { is: 'move', by: 1 }).chosen).toBe('b');
    expect(after(came('a', 'b'), { is: 'move', by: -1 }).chosen).toBe('a');
    expect(after(came('a', 'b'), { is: 'choose', id: 'b' }, came('c', 'a', 'b')).chosen).toBe('b');
    expect(after(came()).chosen).toBeUndefined();
  });

  test('steps over what is gone', () => {
    const held = after(came('a', 'b', 'c'), { is: 'hold', held: true }, came('a', 'c'));
    expect(turn(held, { is: 'move', by: 1 }).chosen).toBe('c');
    expect(turn(held, { is: 'choose', id: 'b' }).chosen).toBe('a');
  });

  test('chooses the next when the chosen one goes, and after the last the one before', () => {
    const second = after(came('a', 'b', 'c'), { is: 'choose', id: 'b' });
    expect(turn(second, came('a', 'c')).chosen).toBe('c');
    expect(turn(second, came('a')).chosen).toBe('a');
    expect(turn(second, came()).chosen).toBeUndefined();
  });

  test('says beside the row why it was not taken, until that has been read', () => {
    const late = after(came('a', 'b', 'c'), { is: 'refused', id: 'b', said: 'Bo has taken it.' }, came('a', 'c'));
    expect(shown(late)).toBe('a (b) c');
    expect(late.rows[1]?.said).toBe('Bo has taken it.');
    expect(shown(turn(late, { is: 'told', id: 'b' }))).toBe('a c');
  });

  test('keeps a row that is refused and still waits', () => {
    const refused = after(came('a', 'b'), { is: 'refused', id: 'a', said: 'You are on a call.' }, came('a', 'b'));
    expect(shown(refused)).toBe('a b');
    expect(refused.rows[0]?.said).toBe('You are on a call.');
    expect(refused.chosen).toBe('a');
    expect(turn(refused, { is: 'told', id: 'a' }).rows[0]?.said).toBeUndefined();
  });

  test('goes on being shown where it cannot be read again', () => {
    const failed = after(came('a'), { is: 'failed', problem: 'The server cannot be reached.' });
    expect(failed).toMatchObject({ state: 'failed', problem: 'The server cannot be reached.' });
    expect(shown(failed)).toBe('a');
    expect(turn(failed, came('a')).problem).toBeUndefined();
  });

  test('begins anew when others are asked for', () => {
    const held = after(came('a'), { is: 'hold', held: true }, { is: 'begin' });
    expect(held).toMatchObject({ rows: [], state: 'loading', held: false });
  });

  test('knows which has waited longest, wherever that stands', () => {
    const items = [mail('vip', { since: at(-60) }), mail('old', { since: at(-900) }), mail('new', { since: at(-5) })];
    const list = after({ is: 'read', page: { items } });
    expect(oldestOf(list.rows)).toBe('old');
    expect(oldestOf([])).toBeUndefined();
    const held = [turn(list, { is: 'hold', held: true })].map((one) => turn(one, came('vip')))[0] as PulledList;
    expect(oldestOf(held.rows)).toBe('vip');
  });
});

const NOW = Date.parse('2026-11-20T12:30:00.000Z');
const at = (seconds: number) => new Date(NOW + seconds * 1000).toISOString();

test.each([
  [undefined, undefined],
  [at(400), undefined],
  [at(200), 'soon'],
  [at(0), 'overdue'],
  [at(-5), 'overdue'],
])('waiting since 13 minutes and due %s is %s', (dueAt, urgency) => {
  const due = dueAt === undefined ? {} : { dueAt };
  expect(dueOf({ since: at(-800), ...due }, NOW)?.urgency).toBe(urgency);
});

test('the feed tells of the queues', () => {
  const told = read('{"type":"pulled","queues":[{"id":"support","waiting":2,"oldestSince":"2026-11-20T12:30:00Z"}]}');
  expect(told && reduce(NOTHING, told).pulled).toEqual([
    { id: 'support', waiting: 2, oldestSince: '2026-11-20T12:30:00Z' },
  ]);
});

test('the list has an address of its own beside those of mails', () => {
  expect(viewOf('/mail/take')).toEqual({ is: 'pulled' });
  expect(viewOf('/mail/i1')).toEqual({ is: 'mail', id: 'i1' });
});

test('what was taken is shown where the seat has it', () => {
  const work = { channel: 'EMAIL', queue: 'support', offer: 'o', state: 'ON_CONTACT', since: at(0) } as const;
  expect(whereTaken(undefined, 'p1')).toBeUndefined();
  expect(whereTaken(seat('READY'), 'p1')).toBeUndefined();
  expect(whereTaken(seat('CONNECTING', { interaction: 'p1' }), 'p1')).toBeUndefined();
  expect(whereTaken(seat('ON_CONTACT', { interaction: 'p1' }), 'p1')).toBe('contact');
  const beside = seat('ON_CONTACT', { interaction: 'i1', works: [{ ...work, interaction: 'p1' }] });
  expect(whereTaken(beside, 'p1')).toBe('beside');
});

test('as many are read as are shown, over several pages', async () => {
  const asked: string[] = [];
  const pages = [
    { items: Array.from({ length: PAGE }, (_, i) => mail(`a${i}`)), next: 'n 1' },
    { items: [mail('a0'), mail('b')] },
  ];
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    return Response.json(pages[asked.length - 1]);
  });
  const { items, next } = await readFirst('support', PAGE + 1);
  expect(asked).toEqual(['/api/v1/pulled?queue=support&limit=50', '/api/v1/pulled?queue=support&limit=50&after=n+1']);
  expect(items).toHaveLength(PAGE + 1);
  expect(next).toBeUndefined();
});

test('however quickly news come, each look is finished and one more follows', async () => {
  let looks = 0;
  const waiting: (() => void)[] = [];
  const look = oneAtATime(() => {
    looks += 1;
    return new Promise<void>((finish) => waiting.push(finish));
  });
  const all = look();
  void look();
  void look();
  expect(looks).toBe(1);
  waiting[0]?.();
  await vi.waitFor(() => expect(looks).toBe(2));
  waiting[1]?.();
  await all;
  expect(looks).toBe(2);
});
