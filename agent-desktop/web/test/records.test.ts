import { expect, test } from 'vitest';
import { customerDraft } from '../src/desktop/customerDraft.ts';
import { viewOf } from '../src/desktop/viewOf.ts';
import { addressLines } from '../src/records/addressLines.ts';
import { draftOf, EMPTY, formFor, formOf, pointOf, tagsOf } from '../src/records/form.ts';
import { placeOf } from '../src/records/listShape.ts';
import { recordLists } from '../src/records/lists.ts';
import { withPrimary } from '../src/records/PointsField.tsx';
import { paged } from '../src/records/paging.ts';
import { since } from '../src/records/period.ts';
import { saidAt } from '../src/records/refused.ts';
import { clearChoices, differences, FIELDS, merge } from '../src/records/versions.ts';
import { organisation, wang } from './pages/recordWorld.ts';
import { customer } from './pages/world.ts';

const { filterOf, NOTHING_KEPT, queryOf, readKept, withColumn, withFilter, withoutFilter } = recordLists;

test('addresses name pages', () => {
  expect(viewOf('/customers')).toEqual({ is: 'records', kind: 'customers' });
  expect(viewOf('/organisations/new')).toEqual({ is: 'newRecord', kind: 'organisations' });
  expect(viewOf('/customers/a%2Fb')).toEqual({ is: 'record', kind: 'customers', id: 'a/b' });
  expect(viewOf('/elsewhere')).toEqual({ is: 'work' });
});

test('a record that is read and written unchanged stays what it is', () => {
  const barred = { ...customer, neverOffered: [{ id: 'a3', name: 'Bo' }] };
  const {
    id: _i,
    version: _v,
    since: _s,
    changedAt: _c,
    organisation: within,
    owner,
    neverOffered: _n,
    ...rest
  } = barred;
  const same = { ...rest, organisation: within?.id, owner: owner?.id, neverOffered: ['a3'] };
  expect(draftOf('customers', formOf(barred))).toEqual(same);
  expect(customerDraft(barred)).toEqual(same);
  const { id: _oi, version: _ov, since: _os, changedAt: _oc, parent, ...others } = organisation;
  expect(draftOf('organisations', formOf(organisation))).toEqual({ ...others, parent: parent?.id });
});

test('what is emptied is left out, and so removed', () => {
  const draft = draftOf('customers', {
    ...formOf(customer),
    givenName: ' ',
    lines: '',
    postalCode: '',
    city: '',
    country: '',
  });
  expect(draft).not.toHaveProperty('givenName');
  expect(draft).not.toHaveProperty('address');
});

test('lines of an address are lines, without empty ones', () => {
  expect(draftOf('customers', { ...EMPTY, lines: ' Hof 2 \n\nLindenallee 5' })).toMatchObject({
    address: { lines: ['Hof 2', 'Lindenallee 5'] },
  });
});

test('what was looked for in vain stands where it belongs', () => {
  expect(formFor(' 030 / 555-0123 ')).toEqual({ ...EMPTY, points: [pointOf('PHONE', '030 / 555-0123')] });
  expect(formFor('ann@example.org').points[0]).toMatchObject({ kind: 'EMAIL', value: 'ann@example.org' });
  expect(formFor('Ann 2')).toEqual({ ...EMPTY, name: 'Ann 2' });
});

test('tags are told apart by commas of either script', () => {
  expect(tagsOf('a, b，c、a,, ')).toEqual(['a', 'b', 'c']);
});

test('two versions differ by who changed what', () => {
  const read = formOf(customer);
  const mine = { ...read, name: 'Mine', givenName: 'Mine', timeZone: 'Europe/Berlin' };
  const theirs = { ...read, name: 'Theirs', tags: '', timeZone: 'Europe/Berlin' };
  const found = differences(FIELDS, read, mine, theirs);
  expect(found).toEqual([
    { field: 'name', by: 'both' },
    { field: 'givenName', by: 'me' },
    { field: 'tags', by: 'them' },
  ]);
  expect(clearChoices(found)).toEqual({ givenName: 'mine', tags: 'theirs' });
});

test('a merge takes each field from the side chosen', () => {
  const read = formOf(customer);
  const mine = { ...read, name: 'Mine', points: [] };
  const theirs = { ...read, name: 'Theirs', tags: 'new', points: [pointOf('FAX', '+4930')] };
  expect(merge(mine, theirs, { name: 'mine', points: 'theirs' })).toEqual({ ...theirs, name: 'Mine' });
  expect(merge(mine, theirs, { points: 'mine' }).points).toEqual([]);
});

test('a refusal belongs to the field named and to what it is a part of', () => {
  const refused = { field: 'points.1.value', words: 'no' };
  expect(saidAt(refused, 'points.1.value')).toBe('no');
  expect(saidAt(refused, 'points')).toBe('no');
  expect(saidAt(refused, 'points.10.value')).toBeUndefined();
  expect(saidAt(refused, 'points.1.val')).toBeUndefined();
  expect(saidAt({ field: '', words: 'no' }, 'name')).toBeUndefined();
});

test('one point of a kind is the primary one', () => {
  const points = [
    { ...pointOf('PHONE', '1'), primary: true },
    pointOf('PHONE', '2'),
    { ...pointOf('EMAIL'), primary: true },
  ];
  expect(withPrimary(points, 1, true).map((point) => point.primary)).toEqual([false, true, true]);
  expect(withPrimary(points, 0, false).map((point) => point.primary)).toEqual([false, false, true]);
});

test('a filter survives the address, and unknown words do not get into it', () => {
  const filter = { segment: 'vip', tag: 'a & b' };
  expect(filterOf(new URLSearchParams(`${queryOf(filter)}&after=x&segment=y`))).toEqual(filter);
  expect(queryOf({ segment: '' })).toBe('');
});

test('filters are kept by name, each name once', () => {
  const one = withFilter(NOTHING_KEPT, { name: 'mine', filter: { owner: 'a1' } });
  const two = withFilter(one, { name: 'mine', filter: { owner: 'a1', tag: 'x' } });
  expect(two.filters).toEqual([{ name: 'mine', filter: { owner: 'a1', tag: 'x' } }]);
  expect(readKept(JSON.stringify(two))).toEqual(two);
  expect(withoutFilter(two, 'mine')).toEqual(NOTHING_KEPT);
});

test('columns keep their order, whichever was chosen last', () => {
  const kept = withColumn(withColumn(NOTHING_KEPT, 'tags', true), 'within', false);
  expect(kept.columns).toEqual(['segment', 'owner', 'reachedAt', 'tags']);
});

test.each(['', 'null', '7', '{"columns":["no","tags"],"filters":[{"name":1},null,{"name":"a","filter":{"tag":3}}]}'])(
  'whatever stands in the store is read: %s',
  (stored) => {
    const kept = readKept(stored);
    expect(kept.filters.every((one) => typeof one.name === 'string' && queryOf(one.filter) === '')).toBe(true);
    expect(kept.columns).toEqual(stored.startsWith('{') ? ['tags'] : NOTHING_KEPT.columns);
  },
);

test('everybody has a place of his own', () => {
  expect(placeOf('a1', 'customers')).not.toBe(placeOf('a2', 'customers'));
});

test('pages are put together, and what is changed or new is put in', () => {
  let list = paged(
    { items: [], state: 'loading' },
    { is: 'page', page: { items: [customer], next: 'k1' }, first: true },
  );
  list = paged(list, { is: 'page', page: { items: [customer, wang] }, first: false });
  expect(list.items.map((one) => one.id)).toEqual(['k1', 'k2']);
  expect(list).not.toHaveProperty('next');
  list = paged(list, { is: 'put', item: { ...wang, name: 'changed' } });
  list = paged(list, { is: 'put', item: { ...wang, id: 'k9' } });
  expect(list.items.map((one) => one.name)).toEqual([wang.name, customer.name, 'changed']);
  expect(paged(list, { is: 'fail', problem: 'no' })).toMatchObject({ state: 'failed', items: list.items });
});

test('a period reaches back whole days', () => {
  expect(since('week', Date.parse('2026-03-09T10:00:00Z'))).toBe('2026-03-02T10:00:00.000Z');
  expect(since('all', 0)).toBeUndefined();
});

test('an address is written as its country does', () => {
  expect(addressLines({ lines: ['Lindenallee 5'], postalCode: '10115', city: 'Berlin', country: 'DE' })).toEqual([
    'Lindenallee 5',
    '10115 Berlin',
    'Germany',
  ]);
  const lines = addressLines({
    lines: ['人民路 1 号'],
    postalCode: '200000',
    city: '上海',
    region: '上海市',
    country: 'CN',
  });
  expect(lines.indexOf('人民路 1 号')).toBeGreaterThan(lines.findIndex((line) => line.includes('上海')));
});

test('nothing of an address is lost where its country has no place for it', () => {
  const lines = addressLines({ lines: ['1 Main'], postalCode: '123', city: 'X', region: 'Bavaria', country: 'DE' });
  expect(lines).toContain('Bavaria');
  expect(addressLines({ lines: ['only'] })).toEqual(['only']);
});
