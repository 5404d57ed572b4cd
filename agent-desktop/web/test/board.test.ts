import { describe, expect, test } from 'vitest';
import type { QueueRow, SeatRow } from '../src/api/types.ts';
import { alarmsOf } from '../src/board/alarms.ts';
import { inOrder } from '../src/board/seatOrder.ts';
import { totalsOf } from '../src/board/totals.ts';
import { grade, trouble, troubleFirst } from '../src/board/trouble.ts';
import { board } from './pages/world.ts';

const NOW = Date.parse('2026-11-20T12:00:00.000Z');
const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();

const row = (id: string, more: Partial<QueueRow> = {}): QueueRow => ({
  id,
  waiting: 0,
  longest: 0,
  offered: 0,
  answered: 0,
  abandoned: 0,
  shortAbandoned: 0,
  flowedOut: 0,
  serviceLevelTarget: 0.8,
  threshold: 20_000,
  ready: 0,
  busy: 0,
  lastHour: [],
  ...more,
});
const seat = (name: string, state: SeatRow['state'], more: Partial<SeatRow> = {}): SeatRow => ({
  agent: { id: name, name, extension: '1' },
  state,
  since: ago(10),
  leaving: false,
  connected: true,
  ...more,
});

describe('trouble', () => {
  test('is the distance below the target', () => {
    expect(trouble(row('a', { serviceLevel: 0.7 }), NOW)).toBeCloseTo(0.1);
    expect(trouble(row('a', { serviceLevel: 0.9 }), NOW)).toBeCloseTo(-0.1);
    expect(trouble(row('a'), NOW)).toBe(0);
  });

  test('is somebody who waits over the threshold, however good the day was', () => {
    const late = row('a', { serviceLevel: 1, waiting: 1, oldest: ago(40) });
    expect(grade(late, NOW)).toBe('trouble');
    expect(grade(row('a', { waiting: 1, oldest: ago(16) }), NOW)).toBe('near');
    expect(grade(row('a', { waiting: 1, oldest: ago(3) }), NOW)).toBe('fine');
  });

  test('comes first, and what is fine keeps its order', () => {
    const rows = [
      row('best', { serviceLevel: 0.99 }),
      row('good', { serviceLevel: 0.85 }),
      row('worst', { serviceLevel: 0.4 }),
      row('low', { serviceLevel: 0.7 }),
    ];
    expect(troubleFirst(rows, NOW).map((one) => one.id)).toEqual(['worst', 'low', 'best', 'good']);
  });

  test('that differs by less than a step does not make rows dance', () => {
    const rows = [row('a', { serviceLevel: 0.71 }), row('b', { serviceLevel: 0.705 })];
    expect(troubleFirst(rows, NOW).map((one) => one.id)).toEqual(['a', 'b']);
  });
});

test('totals are sums, and the level is made from sums', () => {
  const queues = [row('a', { waiting: 2, oldest: ago(9), inTime: 1, counted: 1 }), row('b', { inTime: 0, counted: 9 })];
  const totals = totalsOf(queues, [seat('x', 'READY'), seat('y', 'OFFERED'), seat('z', 'ON_CONTACT')], NOW);
  expect(totals).toMatchObject({ waiting: 2, oldestMs: 9_000, ready: 1, busy: 2, wrapUp: 0, serviceLevel: 0.1 });
  expect(totalsOf([row('a')], [], NOW).serviceLevel).toBeUndefined();
});

describe('an alarm', () => {
  const late = row('support', { waiting: 2, oldest: ago(60) });
  const of = (seats: SeatRow[]) => alarmsOf({ at: '', queues: [late], seats, waiting: [] }, NOW)[0]?.cause;

  test('names long wrap-ups of that queue first, then breaks, then that there are too few', () => {
    const wrapUp = seat('w', 'WRAP_UP', { since: ago(301), queue: 'support' });
    expect(of([wrapUp, seat('b', 'ON_BREAK')])).toBe('longWrapUp');
    expect(of([{ ...wrapUp, queue: 'sales' }, seat('b', 'ON_BREAK')])).toBe('onBreak');
    expect(of([seat('c', 'ON_CONTACT')])).toBe('tooFew');
  });

  test('says when nobody is there', () => {
    const told = board();
    const [first] = told.waiting;
    if (first === undefined) throw new Error('the world has nobody waiting');
    const waiting = [
      { ...first, queue: 'support', why: { code: 'noAgentSignedIn' as const, need: { skills: [], groups: [] } } },
    ];
    expect(alarmsOf({ ...told, queues: [late], waiting }, NOW)[0]?.cause).toBe('nobody');
  });

  test('is silent while all wait within the threshold', () => {
    expect(
      alarmsOf({ at: '', queues: [row('a', { waiting: 9, oldest: ago(19) })], seats: [], waiting: [] }, NOW),
    ).toEqual([]);
  });
});

test('seats stand by state, then by name', () => {
  const seats = [seat('Zoe', 'READY'), seat('Al', 'SIGNED_OUT'), seat('Bo', 'READY'), seat('Cy', 'ON_CONTACT')];
  expect(inOrder(seats).map((one) => one.agent.name)).toEqual(['Cy', 'Bo', 'Zoe', 'Al']);
});
