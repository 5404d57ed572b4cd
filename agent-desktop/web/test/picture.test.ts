import { describe, expect, test } from 'vitest';
import type { FeedMessage } from '../src/feed/messages.ts';
import { read } from '../src/feed/messages.ts';
import { NOTHING, type Picture, reduce } from '../src/feed/picture.ts';
import { board, live, pop, seats } from './pages/world.ts';

const after = (...messages: FeedMessage[]): Picture => messages.reduce(reduce, NOTHING);
const summary: FeedMessage = { type: 'summary', at: '', queues: [{ id: 'sales', waiting: 3 }] };

describe('a contact', () => {
  const onIt = after({ type: 'seat', seat: seats.onContact }, { type: 'interaction', interaction: live, pop });

  test('comes with its customer', () => {
    expect(onIt.live?.id).toBe('i1');
    expect(onIt.pop?.customer?.name).toBe('Käthe Schönfeld');
  });

  test('keeps its customer when it is told again without', () => {
    const again = reduce(onIt, { type: 'interaction', interaction: { ...live, state: 'WRAP_UP' } });
    expect(again.live?.state).toBe('WRAP_UP');
    expect(again.pop).toBe(onIt.pop);
  });

  test('takes no customer of another one', () => {
    expect(reduce(onIt, { type: 'interaction', interaction: { ...live, id: 'i2' } }).pop).toBeUndefined();
  });

  test('is forgotten when the seat is ready again', () => {
    const ready = reduce(onIt, { type: 'seat', seat: seats.ready });
    expect(ready.live).toBeUndefined();
    expect(ready.pop).toBeUndefined();
  });

  test('is forgotten when the server says that there is none', () => {
    expect(reduce(onIt, { type: 'interaction' }).live).toBeUndefined();
  });

  test('shows what the PBX says about muting and holding', () => {
    const held = reduce(onIt, { type: 'phone', interaction: 'i1', muted: true, held: true, device: 'PHONE' });
    expect(held.live).toMatchObject({ muted: true, held: true });
    expect(held.live).not.toHaveProperty('heldSince');
    expect(held.seat?.device).toBe('PHONE');
  });

  test('tells since when it is on hold, until it is not', () => {
    const heldSince = '2026-11-20T12:30:00.000Z';
    const phone = { type: 'phone', interaction: 'i1', muted: false, device: 'BROWSER' } as const;
    const held = reduce(onIt, { ...phone, held: true, heldSince });
    expect(held.live?.heldSince).toBe(heldSince);
    expect(reduce(held, { ...phone, held: false }).live).not.toHaveProperty('heldSince');
  });

  test('is not muted by news about another', () => {
    const other = reduce(onIt, { type: 'phone', interaction: 'i7', muted: true, held: false, device: 'BROWSER' });
    expect(other.live?.muted).toBe(false);
  });

  test('a lost device is known until the contact is over', () => {
    const lost = reduce(onIt, {
      type: 'phone',
      interaction: 'i1',
      muted: false,
      held: false,
      deviceLost: true,
      device: 'BROWSER',
    });
    expect(lost.deviceLost).toBe(true);
    expect(reduce(lost, { type: 'seat', seat: seats.ready }).deviceLost).toBe(false);
  });
});

test('who is told no seat before the first summary has none', () => {
  expect(after(summary).seatless).toBe(true);
  expect(after({ type: 'seat', seat: seats.ready }, summary).seatless).toBe(false);
  expect(after(summary, { type: 'seat', seat: seats.ready }).seatless).toBe(false);
});

test('the board is the newest picture', () => {
  const told = after({ type: 'board', ...board() });
  expect(told.board?.queues.map((row) => row.id)).toEqual(['sales', 'support']);
  expect(told.board).not.toHaveProperty('type');
});

test('what changes nothing keeps the very same picture', () => {
  expect(reduce(NOTHING, { type: 'pong', now: '' })).toBe(NOTHING);
});

test.each([['not JSON'], ['null'], ['[]'], ['{"type":"newer"}'], [new ArrayBuffer(1)]])(
  'a frame that is no message is left alone: %s',
  (frame) => expect(read(frame)).toBeUndefined(),
);
