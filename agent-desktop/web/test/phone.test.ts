import { describe, expect, test } from 'vitest';
import { websocketUrl } from '../src/phone/account.ts';
import { readHealth, verdict } from '../src/phone/health.ts';
import { over, rang, want } from '../src/phone/matching.ts';
import { problemOf } from '../src/phone/microphone.ts';

describe('accept and INVITE come in either order', () => {
  test('it rings, then is accepted', () => {
    const [ringing, first] = rang({}, 'i1');
    expect(first).toBe('ring');
    expect(want(ringing, 'i1')[1]).toBe('answer');
  });

  test('it is accepted, then rings', () => {
    const [wanted, first] = want({}, 'i1');
    expect(first).toBe('wait');
    expect(rang(wanted, 'i1')).toEqual([{}, 'answer']);
  });

  test('another one is not answered by it', () => {
    const [wanted] = want({}, 'i1');
    expect(rang(wanted, 'i2')[1]).toBe('ring');
  });

  test('what was wanted is forgotten with the offer', () => {
    const [wanted] = want({}, 'i1');
    expect(over(wanted, undefined)).toEqual({});
    expect(over(wanted, 'i1')).toEqual({ wanted: 'i1' });
  });
});

describe('statistics', () => {
  const report = (received: number, lost: number) =>
    new Map<string, Record<string, unknown>>([
      ['pair', { type: 'candidate-pair', nominated: true, currentRoundTripTime: 0.021 }],
      ['in', { type: 'inbound-rtp', packetsReceived: received, packetsLost: lost }],
      ['mic', { type: 'media-source', audioLevel: 0.25 }],
    ]);

  test('count only what is new', () => {
    const first = readHealth(report(100, 10), { received: 0, lost: 0 });
    expect(first.health).toEqual({ rttMs: 21, microphone: 0.25, loss: 10 / 110 });
    expect(readHealth(report(200, 10), first.counters).health.loss).toBe(0);
  });

  test('know nothing of an empty report', () => {
    expect(readHealth(new Map(), { received: 0, lost: 0 }).health).toEqual({ loss: 0 });
  });

  test('are judged', () => {
    expect(verdict({ rttMs: 21, loss: 0 })).toBe('good');
    expect(verdict({ rttMs: 200 })).toBe('fair');
    expect(verdict({ loss: 0.08 })).toBe('bad');
    expect(verdict({})).toBe('good');
  });
});

test.each([
  ['ws://127.0.0.1:8088/ws', 'http://127.0.0.1:8080/', 'ws://127.0.0.1:8088/ws'],
  ['/ws', 'http://127.0.0.1:8080/', 'ws://127.0.0.1:8080/ws'],
  ['/ws', 'https://centre.example/history', 'wss://centre.example/ws'],
])('%s on %s is %s', (websocketUrlGiven, page, url) => {
  const account = { websocketUrl: websocketUrlGiven, user: 'u', secret: 's', domain: 'd' };
  expect(websocketUrl(account, new URL(page) as unknown as Location)).toBe(url);
});

test.each([
  ['NotAllowedError', 'denied'],
  ['NotFoundError', 'missing'],
  ['NotReadableError', 'busy'],
  ['SomethingElse', 'unknown'],
])('%s is told as %s', (name, problem) => {
  expect(problemOf(new DOMException('', name))).toBe(problem);
});
