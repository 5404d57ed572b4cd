import type { Board, ContactPage, Customer, Live, MinuteFigures, Pop, Seat, Session } from '../../src/api/types.ts';
import { CASE_RIGHTS, caseCategories, caseTypes } from './caseWorld.ts';
import { ago, inSeconds } from './clockOfWorld.ts';

/** A small contact centre, told like the server would. For looking at pages; nothing here is shipped. */

export { ago, inSeconds, NOW } from './clockOfWorld.ts';

const title = (en: string, zh: string) => ({ en, zh });

export function session(role: 'AGENT' | 'SUPERVISOR', voice = true): Session {
  return {
    agent: { id: 'a1', name: 'Anna Weber', login: 'anna', role, extension: '1001', language: '' },
    csrf: 'c',
    phone: { websocketUrl: 'ws://127.0.0.1:8088/ws', user: '1001-web', secret: 's', domain: '127.0.0.1' },
    centre: { name: 'Ahoy', zone: 'Europe/Berlin' },
    voice,
    queues: [
      { id: 'sales', title: title('Sales', '销售') },
      { id: 'support', title: title('Support', '技术支持') },
    ],
    skills: [
      { id: 'sales', title: title('Sales', '销售') },
      { id: 'support', title: title('Support', '技术支持') },
      { id: 'de', title: title('German', '德语') },
    ],
    teams: [{ id: 'night', title: title('Night shift', '夜班') }],
    breakReasons: [
      { id: 'lunch', title: title('Lunch', '午餐'), system: false },
      { id: 'short', title: title('Short break', '小休'), system: false },
      { id: 'training', title: title('Training', '培训'), system: false },
      { id: 'system.signedin', title: title('Just signed in', '刚登录'), system: true },
      { id: 'system.missed', title: title('Missed a call', '未接来电'), system: true },
    ],
    dispositions: [
      { id: 'solved', title: title('Solved', '已解决') },
      { id: 'callback', title: title('Callback promised', '承诺回电') },
      { id: 'wrong', title: title('Wrong number', '打错电话') },
      { id: 'nointerest', title: title('No interest', '无意向'), queue: 'sales' },
    ],
    customerSegments: [{ id: 'vip', title: title('VIP', '贵宾'), preferred: true }],
    caseTypes,
    caseCategories,
    rights: [
      'customer.read',
      'customer.create',
      'customer.change',
      'organisation.read',
      'organisation.create',
      'organisation.change',
      'note.read',
      'note.create',
      'note.change',
      'note.delete',
      'history.read',
      'history.change',
      ...CASE_RIGHTS,
      'article.read',
      ...(role === 'SUPERVISOR' ? ['customer.delete', 'customer.export', 'organisation.delete'] : []),
      ...(role === 'SUPERVISOR' ? ['article.create', 'article.change', 'article.delete', 'report.read'] : []),
      ...(role === 'SUPERVISOR' ? ['configuration.read', 'configuration.change', 'configuration.delete'] : []),
    ],
  };
}

export const customer: Customer = {
  id: 'k1',
  name: 'Käthe Schönfeld',
  language: 'de',
  version: 3,
  segment: 'vip',
  changedAt: '2026-03-12T10:00:00.000Z',
  tags: ['key account', 'Messe 2026'],
  consents: [
    { purpose: 'newsletter', channel: 'EMAIL', given: true, at: '2026-01-10T09:00:00.000Z', source: 'web form' },
    { purpose: 'survey', channel: 'PHONE', given: false, at: '2026-02-01T09:00:00.000Z', source: '' },
  ],
  since: '2023-03-12T10:00:00.000Z',
  givenName: 'Käthe',
  familyName: 'Schönfeld',
  timeZone: 'Asia/Shanghai',
  address: { lines: ['Lindenallee 5'], postalCode: '10115', city: 'Berlin', country: 'DE' },
  organisation: { id: 'g1', name: 'Schönfeld Maschinenbau GmbH' },
  owner: { id: 'a2', name: 'Bo Lindqvist' },
  points: [
    {
      kind: 'PHONE',
      value: '+49301234561',
      label: 'work',
      primary: true,
      verifiedAt: '2025-05-02T08:00:00.000Z',
      doNotContact: false,
    },
    { kind: 'EMAIL', value: 'kaethe.schoenfeld@example.org', label: '', primary: true, doNotContact: true },
  ],
};

const past = (id: string, seconds: number, disposition: string, note: string): Pop['interaction'] => ({
  id,
  channel: 'VOICE',
  from: '+49301234561',
  to: '500',
  withheld: false,
  customer: { id: 'k1', name: 'Käthe Schönfeld' },
  arrivedAt: ago(seconds),
  endedAt: ago(seconds - 300),
  state: 'CLOSED',
  cause: 'CUSTOMER_HUNG_UP',
  segments: [
    {
      number: 1,
      queue: 'sales',
      agent: { id: 'a2', name: 'Bo Lindqvist' },
      enteredAt: ago(seconds),
      answeredAt: ago(seconds - 14),
      endedAt: ago(seconds - 266),
      clearedAt: ago(seconds - 300),
      outcome: 'ANSWERED',
    },
  ],
  wrapUp: disposition ? 'DONE' : 'RAN_OUT',
  ...(disposition ? { disposition } : {}),
  ...(note ? { note } : {}),
});

export const contacts = [
  past('h1', 3_200, 'solved', 'Router restarted, line is up again.'),
  {
    ...past('h2', 26_000, 'callback', 'Wants an offer for 25 seats by Friday. Ask Bo for the discount first.'),
    from: '+8613912345678',
    customer: { id: 'k2', name: '王小明' },
  },
  (() => {
    const { customer: _, ...contact } = past('h3', 92_000, '', '');
    return { ...contact, from: '', withheld: true };
  })(),
  past('h4', 400_000, 'solved', ''),
];

export const live: Live = {
  id: 'i1',
  channel: 'VOICE',
  queue: 'sales',
  state: 'OFFERED',
  arrivedAt: ago(48),
  since: ago(4),
  enteredAt: ago(48),
  segment: 1,
  from: '+49301234561',
  withheld: false,
  customer: { id: 'k1', name: 'Käthe Schönfeld' },
  reason: {
    chosen: 'AGENT',
    strategy: 'longestIdle',
    choice: 'rank',
    need: { skills: [{ skill: 'sales', level: 1 }], groups: [] },
    step: 0,
    preferred: false,
    tier: 0,
    headStart: 0,
    waitingInQueue: 3,
    idleSeats: 2,
    waitsSince: ago(48),
    idleSince: ago(380),
  },
  muted: false,
  held: false,
};

const { disposition: _d, note: _n, endedAt: _e, ...running } = past('i1', 48, '', '');
export const pop: Pop = { interaction: { ...running, state: 'ACTIVE' }, customer, earlier: contacts.slice(0, 3) };

export function seat(state: Seat['state'], more: Partial<Seat> = {}): Seat {
  return { agent: 'a1', state, since: ago(161), leaving: false, device: 'BROWSER', ...more };
}

export const seats = {
  ready: seat('READY'),
  fresh: seat('ON_BREAK', { reason: 'system.signedin' }),
  offered: seat('OFFERED', {
    interaction: 'i1',
    offer: 'o1',
    queue: 'sales',
    since: ago(4),
    deadline: inSeconds(14),
    limit: 20_000,
  }),
  onContact: seat('ON_CONTACT', { interaction: 'i1', offer: 'o1', queue: 'sales', since: ago(252), reason: 'lunch' }),
  wrapUp: seat('WRAP_UP', {
    interaction: 'i1',
    queue: 'sales',
    since: ago(22),
    deadline: inSeconds(38),
    limit: 60_000,
  }),
};

const hour = (seed: number): MinuteFigures[] =>
  Array.from({ length: 60 }, (_, minute) => {
    const wave = Math.abs(Math.sin((minute + seed) / 7)) * (seed > 3 ? 62_000 : 19_000);
    const answered = Math.round(Math.abs(Math.sin((minute * 2 + seed) / 5)) * 4);
    const abandoned = wave > 50_000 && minute % 3 === 0 ? 1 : 0;
    return {
      at: ago((60 - minute) * 60),
      answered,
      abandoned,
      maxWait: answered + abandoned > 0 ? Math.round(wave) : 0,
    };
  });

export function board(): Board {
  const person = (id: string, name: string, extension: string) => ({ id, name, extension });
  return {
    at: ago(0),
    queues: [
      {
        id: 'sales',
        waiting: 1,
        oldest: ago(8),
        longest: 64_000,
        offered: 191,
        answered: 180,
        abandoned: 2,
        shortAbandoned: 1,
        flowedOut: 3,
        serviceLevel: 0.94,
        serviceLevelTarget: 0.8,
        threshold: 20_000,
        asa: 7_000,
        ready: 1,
        busy: 3,
        estimate: { low: 10_000, high: 45_000 },
        inTime: 169,
        counted: 180,
        lastHour: hour(1),
      },
      {
        id: 'support',
        waiting: 5,
        oldest: ago(72),
        longest: 172_000,
        offered: 230,
        answered: 212,
        abandoned: 9,
        shortAbandoned: 2,
        flowedOut: 1,
        serviceLevel: 0.71,
        serviceLevelTarget: 0.8,
        threshold: 20_000,
        asa: 31_000,
        ready: 0,
        busy: 4,
        estimate: { low: 130_000, high: 170_000, cause: 'FEWER_AGENTS' },
        inTime: 160,
        counted: 225,
        lastHour: hour(5),
      },
    ],
    seats: [
      {
        agent: person('a1', 'Anna Weber', '1001'),
        state: 'READY',
        since: ago(40),
        leaving: false,
        connected: true,
      },
      {
        agent: person('a2', 'Bo Lindqvist', '1002'),
        state: 'ON_CONTACT',
        since: ago(252),
        leaving: false,
        queue: 'support',
        interaction: 'i9',
        from: '+4915112345678',
        customer: { id: 'k3', name: 'Hendrik Ohlsen' },
        reason: 'lunch',
        connected: true,
      },
      {
        agent: person('a3', '陈晓华', '1003'),
        state: 'WRAP_UP',
        since: ago(331),
        leaving: false,
        queue: 'support',
        interaction: 'i8',
        from: '+8613812345678',
        deadline: inSeconds(20),
        connected: true,
      },
      {
        agent: person('a4', 'Dora Okafor', '1004'),
        state: 'OFFERED',
        since: ago(3),
        leaving: false,
        queue: 'support',
        interaction: 'w1',
        from: '+442079460123',
        connected: true,
      },
      {
        agent: person('a5', 'Emil Novák', '1005'),
        state: 'ON_BREAK',
        since: ago(1300),
        reason: 'training',
        leaving: false,
        connected: false,
      },
      {
        agent: person('a6', 'Farah Aziz', '1006'),
        state: 'SIGNED_OUT',
        since: ago(9000),
        leaving: false,
        connected: false,
      },
    ],
    waiting: [
      {
        id: 'w1',
        queue: 'support',
        state: 'OFFERED',
        arrivedAt: ago(72),
        rank: ago(72),
        from: '+442079460123',
        withheld: false,
        position: 1,
        why: { code: 'offered', agent: { id: 'a4', name: 'Dora Okafor' } },
      },
      {
        id: 'w2',
        queue: 'support',
        state: 'WAITING',
        arrivedAt: ago(58),
        rank: ago(58),
        from: '',
        withheld: true,
        position: 2,
        why: {
          code: 'allBusy',
          need: { skills: [{ skill: 'de', level: 7 }], groups: [] },
          able: 4,
          ringing: 0,
          onContact: 2,
          wrapUp: 1,
          onBreak: 1,
          breaks: { lunch: 1 },
          resting: 0,
          due: inSeconds(40),
          next: { code: 'widens', changes: [{ type: 'lowerLevel', skill: 'de', level: 3 }] },
        },
      },
      {
        id: 'w3',
        queue: 'support',
        state: 'WAITING',
        arrivedAt: ago(31),
        rank: ago(31),
        from: '+49301234561',
        withheld: false,
        customer: { id: 'k1', name: 'Käthe Schönfeld' },
        position: 3,
        why: { code: 'behind', ahead: 2, need: { skills: [{ skill: 'support', level: 1 }], groups: [] } },
      },
      {
        id: 'w4',
        queue: 'sales',
        state: 'WAITING',
        arrivedAt: ago(8),
        rank: ago(8),
        from: '+12125550123',
        withheld: false,
        position: 1,
        why: { code: 'preferred', agent: { id: 'a2', name: 'Bo Lindqvist' }, until: inSeconds(12) },
      },
    ],
    waitingTotal: 6,
    cases: [
      { team: 'night', open: 12, nearlyOverdue: 3, overdue: 2 },
      { open: 4, nearlyOverdue: 1, overdue: 0 },
    ],
  };
}

export const contactPage = (voice: boolean): ContactPage => ({
  centre: 'Ahoy',
  voice,
  phone: { websocketUrl: 'ws://127.0.0.1:8088/ws', user: 'webguest', secret: 's', domain: '127.0.0.1' },
  destination: '500',
});
