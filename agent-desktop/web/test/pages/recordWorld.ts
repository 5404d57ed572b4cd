import type { Note, Organisation } from '../../src/api/records.ts';
import type { Customer } from '../../src/api/types.ts';
import { ago } from './world.ts';

export const wang: Customer = {
  id: 'k2',
  name: '王小明',
  reading: 'Wáng Xiǎomíng',
  language: 'zh',
  version: 1,
  since: '2024-06-01T10:00:00.000Z',
  changedAt: '2024-06-01T10:00:00.000Z',
  tags: [],
  consents: [],
  points: [{ kind: 'PHONE', value: '+8613912345678', label: 'mobile', primary: true, doNotContact: false }],
};

export const organisation: Organisation = {
  id: 'g1',
  name: 'Schönfeld Maschinenbau GmbH',
  version: 2,
  segment: 'vip',
  parent: { id: 'g2', name: 'Nordlicht Holding AG' },
  address: { lines: ['Werkstraße 12'], postalCode: '80331', city: 'München', country: 'DE' },
  since: '2022-01-12T10:00:00.000Z',
  changedAt: '2026-03-12T10:00:00.000Z',
  points: [{ kind: 'WEB', value: 'www.example.org', label: '', primary: true, doNotContact: false }],
  tags: ['B2B'],
};

export const notes = (record: string): Note[] => [
  {
    id: 'n2',
    version: 2,
    record,
    text: 'Prefers to be called before noon.\nHer deputy is Bo.',
    author: { id: 'a1', name: 'Anna Weber' },
    writtenAt: ago(90_000),
    changedAt: ago(3_000),
  },
  {
    id: 'n1',
    version: 1,
    record,
    text: '<b>Invoices</b> go to the holding.',
    author: { id: 'a2', name: 'Bo Lindqvist' },
    writtenAt: ago(900_000),
    changedAt: ago(900_000),
  },
];
