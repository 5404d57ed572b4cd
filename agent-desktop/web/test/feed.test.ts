import { expect, test } from 'vitest';
import { backoffMs } from '../src/feed/backoff.ts';
import { correctClock, forgetClock, serverNow } from '../src/feed/clock.ts';

test('pauses between attempts grow, up to a bound, and are spread', () => {
  expect([0, 1, 2, 10, 100].map((attempt) => backoffMs(attempt, 1))).toEqual([250, 500, 1_000, 8_000, 8_000]);
  expect(backoffMs(100, 0)).toBe(4_000);
});

test('the clock follows the server, and a slow answer does not spoil a quick one', () => {
  const shift = (by: number) => new Date(Date.now() + by).toISOString();
  const offBy = () => Math.round((serverNow() - Date.now()) / 1000);
  forgetClock();
  correctClock(shift(60_000), 10);
  expect(offBy()).toBe(60);
  correctClock(shift(90_000), 5_000);
  expect(offBy()).toBe(60);
  correctClock('nonsense', 1);
  expect(offBy()).toBe(60);
  forgetClock();
  correctClock(shift(0), 2_000);
  expect(offBy()).toBe(1);
});
