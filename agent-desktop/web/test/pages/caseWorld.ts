import type { Case, CaseRelation, Order, Product } from '../../src/api/cases.ts';
import type { Named, Session } from '../../src/api/types.ts';
import { ago, inSeconds } from './clockOfWorld.ts';

/** Cases and orders of the small contact centre. */

const title = (en: string, zh: string) => ({ en, zh });
const state = (id: string, kind: Case['stateKind'], en: string, zh: string, next: string[]) => ({
  id,
  kind,
  title: title(en, zh),
  next,
});

const STATES = [
  state('new', 'NEW', 'New', '新建', ['open', 'waiting', 'solved']),
  state('open', 'OPEN', 'In progress', '处理中', ['waiting', 'solved']),
  state('waiting', 'WAITING_FOR_CUSTOMER', 'Waits for the customer', '等待客户', ['open', 'solved']),
  state('solved', 'SOLVED', 'Solved', '已解决', ['open', 'closed']),
  state('closed', 'CLOSED', 'Closed', '已关闭', []),
];

export const caseTypes: Session['caseTypes'] = [
  { id: 'request', title: title('Request', '咨询'), complaint: false, states: STATES },
  { id: 'fault', title: title('Fault', '故障'), complaint: false, states: STATES },
  { id: 'complaint', title: title('Complaint', '投诉'), complaint: true, states: STATES, team: 'night' },
];

export const caseCategories: Session['caseCategories'] = [
  { id: 'line', title: title('Line', '线路') },
  { id: 'line.slow', title: title('Slow', '速度慢'), parent: 'line' },
  { id: 'device', title: title('Device', '设备') },
];

export const fault: Case = {
  id: 'c1',
  version: 4,
  number: 'C-2026-000123',
  type: 'fault',
  category: 'line.slow',
  state: 'open',
  stateKind: 'OPEN',
  stateSince: ago(9_000),
  priority: 'HIGH',
  subject: 'Line is slow since Monday, worse in the evening',
  description: 'Measured 4 Mbit/s instead of 100.\nRouter was restarted twice.',
  customer: { id: 'k1', name: 'Käthe Schönfeld' },
  owner: { id: 'a2', name: 'Bo Lindqvist' },
  team: 'night',
  clocks: {
    nextAnswer: { promised: 3_600_000, due: ago(700) },
    solution: { promised: 28_800_000, due: inSeconds(12_000) },
    firstGiven: { at: ago(80_000), promised: 7_200_000, left: -2_800_000 },
  },
  due: ago(700),
  dueSoon: ago(1_400),
  openedAt: ago(90_000),
  answeredAt: ago(80_000),
  changedAt: ago(9_000),
};

export const complaint: Case = {
  id: 'c2',
  version: 1,
  number: 'C-2026-000131',
  type: 'complaint',
  state: 'new',
  stateKind: 'NEW',
  stateSince: ago(1_500),
  priority: 'NORMAL',
  subject: 'Invoice counts a line twice',
  description: '',
  customer: { id: 'k1', name: 'Käthe Schönfeld' },
  clocks: {
    firstAnswer: { promised: 3_600_000, due: inSeconds(2_100) },
    solution: { promised: 172_800_000, due: inSeconds(400_000) },
  },
  due: inSeconds(2_100),
  dueSoon: inSeconds(1_400),
  openedAt: ago(1_500),
  changedAt: ago(1_500),
};

export const waiting: Case = {
  id: 'c3',
  version: 2,
  number: 'C-2026-000099',
  type: 'request',
  state: 'waiting',
  stateKind: 'WAITING_FOR_CUSTOMER',
  stateSince: ago(200_000),
  priority: 'LOW',
  subject: '更换发票抬头',
  description: '',
  customer: { id: 'k2', name: '王小明' },
  owner: { id: 'a1', name: 'Anna Weber' },
  clocks: { solution: { promised: 86_400_000, left: 40_000_000 } },
  openedAt: ago(300_000),
  answeredAt: ago(200_000),
  changedAt: ago(200_000),
};

export const relations: CaseRelation[] = [
  { kind: 'RELATED', id: 'c3', number: waiting.number, subject: waiting.subject, stateKind: waiting.stateKind },
  { kind: 'SPLIT_INTO', id: 'c2', number: complaint.number, subject: complaint.subject, stateKind: 'NEW' },
];

export const products: Product[] = [
  { id: 'p1', version: 1, number: 'FIBRE-100', title: 'Fibre 100', active: true, changedAt: ago(900_000) },
  { id: 'p2', version: 1, number: 'ISDN', title: 'ISDN', active: false, changedAt: ago(900_000) },
];

export const orders: Order[] = [
  {
    id: 'o1',
    version: 1,
    number: 'A-77120',
    kind: 'ORDER',
    customer: { id: 'k1', name: 'Käthe Schönfeld' },
    status: 'With the carrier',
    statusKind: 'IN_PROGRESS',
    placedAt: ago(500_000),
    expectedAt: inSeconds(200_000),
    changedAt: ago(90_000),
    lines: [
      { product: 'p1', title: 'Router X2', quantity: 2, priceMinor: 12_900, currency: 'EUR', status: 'Sent' },
      { product: 'p2', title: 'Mounting', quantity: 1, priceMinor: 4_000, currency: 'EUR', status: 'Planned' },
    ],
  },
  {
    id: 'o2',
    version: 1,
    number: 'V-1044',
    kind: 'CONTRACT',
    customer: { id: 'k1', name: 'Käthe Schönfeld' },
    status: 'Running',
    statusKind: 'DONE',
    placedAt: ago(9_000_000),
    endsAt: inSeconds(9_000_000),
    changedAt: ago(9_000_000),
    lines: [],
  },
];

export const colleagues: Named[] = [
  { id: 'a1', name: 'Anna Weber' },
  { id: 'a2', name: 'Bo Lindqvist' },
  { id: 'a3', name: '陈晓华' },
];

export const CASE_RIGHTS = ['case.read', 'case.create', 'case.change', 'order.read', 'product.read'];
