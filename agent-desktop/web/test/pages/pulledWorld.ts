import type { PulledMail } from '../../src/api/pulled.ts';
import type { Live } from '../../src/api/types.ts';
import { ago, inSeconds } from './clockOfWorld.ts';
import * as mail from './mailWorld.ts';

/** Mails that wait until an agent takes one. */

const one = (id: string, seconds: number, more: Partial<PulledMail>): PulledMail => ({
  id,
  queue: 'support',
  since: ago(seconds),
  tier: 0,
  subject: '',
  from: { name: '', address: 'nobody@example.org' },
  preview: '',
  tags: [],
  ...more,
});

export const mails: readonly PulledMail[] = [
  one('p1', 1_500, {
    tier: 2,
    subject: 'Line is slow since Monday',
    from: { name: 'Käthe Schönfeld', address: 'kaethe.schoenfeld@example.org' },
    customer: { id: 'k1', name: 'Käthe Schönfeld' },
    preview:
      'Since Monday our line is slow. Can you look at it? We have restarted the router twice, and the lamps are green.',
    dueAt: inSeconds(2_100),
    tags: ['key account'],
  }),
  one('p2', 86_000, {
    subject: '发票有误',
    from: { name: '王芳', address: 'fang@wang.example' },
    customer: { id: 'k2', name: '王芳' },
    preview: '您好，三月份的发票金额不对，请更正后重新寄给我。谢谢！',
    dueAt: ago(2_700),
    tags: ['invoice', 'complaint'],
  }),
  one('p3', 7_300, {
    queue: 'sales',
    subject: 'Offer for 25 seats',
    from: { name: 'Hendrik Ohlsen', address: 'h.ohlsen@ohlsen.example' },
    preview:
      'We are 25 people and want to telephone over the internet. What would that cost, and how long would it take?',
    dueAt: inSeconds(900),
  }),
  one('p4', 90, { from: { name: '', address: 'a-very-long-address-of-somebody-who-wrote-nothing@customers.example' } }),
];

export const queues = [
  { id: 'sales', title: { en: 'Sales', zh: '销售' }, waiting: 1, oldestSince: ago(7_300) },
  { id: 'support', title: { en: 'Support', zh: '技术支持' }, waiting: 3, oldestSince: ago(86_000) },
];

export const told = { type: 'pulled', queues };
export const TAKEN = 'Bo Lindqvist has taken it.';

export const live: Live = { ...mail.live, id: 'p1', state: 'ACTIVE' };
