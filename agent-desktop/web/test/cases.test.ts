import { expect, test } from 'vitest';
import { casesOf } from '../src/board/totals.ts';
import { clocksOf, dueOf, lengthWords } from '../src/cases/due.ts';
import { caseDraft, caseForm, emptyForm } from '../src/cases/form.ts';
import { caseLists, queryFor } from '../src/cases/lists.ts';
import { categoryPath } from '../src/cases/words.ts';
import { viewOf } from '../src/desktop/viewOf.ts';
import { NOTHING, reduce } from '../src/feed/picture.ts';
import { money } from '../src/text/format.ts';
import { caseCategories, complaint, fault, waiting } from './pages/caseWorld.ts';

const NOW = Date.parse('2026-03-09T10:00:00Z');
const at = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString();
const HOUR = 3_600_000;

test('addresses name the pages of cases', () => {
  expect(viewOf('/cases')).toEqual({ is: 'cases' });
  expect(viewOf('/cases/new')).toEqual({ is: 'newCase' });
  expect(viewOf('/cases/a%2Fb')).toEqual({ is: 'case', id: 'a/b' });
});

test('the clock that runs out first is told, and when it is pressing', () => {
  const clocks = { firstAnswer: { promised: HOUR, due: at(35) }, solution: { promised: 8 * HOUR, due: at(300) } };
  expect(dueOf({ clocks }, NOW)).toEqual({ clock: 'firstAnswer', leftMs: 35 * 60_000, urgency: 'fine' });
  expect(dueOf({ clocks, dueSoon: at(0) }, NOW)?.urgency).toBe('soon');
  expect(dueOf({ clocks, dueSoon: at(1) }, NOW)?.urgency).toBe('fine');
  expect(dueOf({ clocks, dueSoon: at(0) }, NOW + 35 * 60_000)?.urgency).toBe('overdue');
  expect(dueOf({ clocks: { solution: { promised: HOUR, left: 5 } } }, NOW)).toBeUndefined();
});

test('a clock that stands still was kept or missed once the case is solved', () => {
  const still = (stateKind: 'WAITING_FOR_CUSTOMER' | 'SOLVED' | 'CLOSED', left: number) =>
    clocksOf({ stateKind, clocks: { solution: { promised: HOUR, left } } }, NOW)[0]?.state;
  expect(still('WAITING_FOR_CUSTOMER', 1)).toBe('paused');
  expect(still('WAITING_FOR_CUSTOMER', -1)).toBe('pausedOverdue');
  expect(still('SOLVED', 1)).toBe('met');
  expect(still('CLOSED', -1)).toBe('missed');
});

test('only the clock that is due first hurries, and no bar runs over', () => {
  const clocks = clocksOf(
    {
      stateKind: 'OPEN',
      clocks: { nextAnswer: { promised: HOUR, due: at(6) }, solution: { promised: HOUR, due: at(600) } },
      dueSoon: at(-6),
    },
    NOW,
  );
  expect(clocks.map(({ state }) => state)).toEqual(['soon', 'running']);
  expect(clocks.map(({ used }) => used)).toEqual([0.9, 0]);
});

test('an answer that was given was in time or not, until the next is owed', () => {
  const firstGiven = { at: at(90), promised: HOUR, left: -60_000 };
  const nextGiven = { at: at(80), promised: HOUR, left: HOUR / 2 };
  const told = clocksOf({ stateKind: 'OPEN', clocks: { firstGiven, nextGiven } }, NOW);
  expect(told.map(({ name, state, used, at: when }) => [name, state, used, when])).toEqual([
    ['firstAnswer', 'missed', 1, at(90)],
    ['nextAnswer', 'met', 0.5, at(80)],
  ]);
  const owed = clocksOf({ stateKind: 'OPEN', clocks: { nextAnswer: { promised: HOUR, due: at(6) }, nextGiven } }, NOW);
  expect(owed.map(({ state, at: when }) => [state, when])).toEqual([['running', undefined]]);
});

test('lengths are as exact as somebody needs them', () => {
  expect([20_000, 35 * 60_000, HOUR, 3 * HOUR + 600_000, -2 * 24 * HOUR - 5].map(lengthWords)).toEqual([
    '1 min',
    '35 mins',
    '1 hr',
    '3 hrs 10 mins',
    '2 days',
  ]);
});

test('a case that is read and written unchanged stays what it is', () => {
  expect(caseDraft(caseForm(fault))).toEqual({
    type: 'fault',
    priority: 'HIGH',
    subject: fault.subject,
    description: fault.description,
    category: 'line.slow',
    customer: 'k1',
    owner: 'a2',
    team: 'night',
  });
  expect(caseDraft({ ...caseForm(complaint), customer: undefined })).not.toHaveProperty('customer');
  expect(caseDraft({ ...emptyForm('fault'), subject: ' x ', cause: ' ' })).toEqual({
    type: 'fault',
    priority: 'NORMAL',
    subject: 'x',
    description: '',
  });
});

test('a category is told with what it is below, also where that goes in a circle', () => {
  expect(categoryPath('line.slow', caseCategories)).toBe('Line › Slow');
  expect(categoryPath('gone', caseCategories)).toBe('gone');
  const title = { en: 'x', zh: 'x' };
  const circle = [
    { id: 'a', title, parent: 'b' },
    { id: 'b', title, parent: 'a' },
  ];
  expect(categoryPath('a', circle)).toBe('x › x');
});

test('filters become what the server lists', () => {
  expect(queryFor({ state: 'open', owner: 'mine', due: 'soon', type: 'fault' })).toEqual({
    type: 'fault',
    kinds: 'NEW,OPEN,WAITING_FOR_CUSTOMER',
    mine: 'true',
    dueSoon: 'true',
  });
  expect(queryFor({ state: 'done', owner: 'nobody', due: 'overdue' })).toEqual({
    kinds: 'SOLVED,CLOSED',
    unassigned: 'true',
    overdue: 'true',
  });
  expect(queryFor({ owner: 'a2' })).toEqual({ owner: 'a2' });
  expect(caseLists.filterOf(new URLSearchParams('state=open&after=x'))).toEqual({ state: 'open' });
});

test('the feed tells the own cases, and the board those of all teams', () => {
  const told = reduce(NOTHING, { type: 'cases', open: 7, nearlyOverdue: 2, overdue: 1 });
  expect(told.ownCases).toEqual({ open: 7, nearlyOverdue: 2, overdue: 1 });
  const rows = [
    { team: 'night', open: 12, nearlyOverdue: 3, overdue: 2 },
    { open: 4, nearlyOverdue: 1, overdue: 0 },
  ];
  expect(casesOf(rows)).toEqual({ open: 16, nearlyOverdue: 4, overdue: 2 });
});

test('money is written in the units of its currency', () => {
  expect(money(12_900, 'EUR')).toBe('€129.00');
  expect(money(1_050, 'JPY')).toMatch(/1,050$/);
  expect(money(7, 'no currency')).toBe('7 no currency');
});

test('a case that waits for the customer has no clock that runs', () => {
  expect(dueOf(waiting, NOW)).toBeUndefined();
});
