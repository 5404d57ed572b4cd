import { expect, test } from 'vitest';
import type { Rule, Template, Trial } from '../src/api/rules.ts';
import { type Condition, type Conditions, conditionsOf, quoted, written } from '../src/rules/cel.ts';
import { faultIn, offsetOf } from '../src/rules/fault.ts';
import { filled, variablesOf } from '../src/rules/filling.ts';
import { asSpam, draftOf, formOf, idFor, newRule, withUnsaved } from '../src/rules/form.ts';
import { inOrder, type Move, moved } from '../src/rules/order.ts';
import {
  byPurpose,
  fieldsOf,
  inFields,
  languagesOf,
  newText,
  templateOf,
  textFormOf,
  withLanguage,
  withoutLanguage,
} from '../src/rules/textForm.ts';
import { elsewhere, failures, matching, together } from '../src/rules/trying.ts';

const one = (field: Condition['field'], value = '', not = false): Condition => ({ field, value, not });
const all = (...parts: Condition[]): Conditions => ({ any: false, parts });
const any = (...parts: Condition[]): Conditions => ({ any: true, parts });

test.each([
  [all(), 'true'],
  [all(one('domain', 'bank.example')), "mail.domain == 'bank.example'"],
  [all(one('mailbox', 'info', true)), "mail.mailbox != 'info'"],
  [all(one('subject', 'invoice')), "mail.subject.matches('(?i)invoice')"],
  [all(one('text', 'a.b', true)), String.raw`!mail.text.matches('(?i)a\\.b')`],
  [all(one('attachment', 'application/pdf')), "mail.attachments.exists(file, file.type == 'application/pdf')"],
  [all(one('attachment', 'image/', true)), "!mail.attachments.exists(file, file.type.startsWith('image/'))"],
  [all(one('open', '', true), one('kind', 'HUMAN')), "!time.open && mail.kind == 'HUMAN'"],
  [any(one('segment', 'vip'), one('language', 'de')), "customer.segment == 'vip' || mail.language == 'de'"],
])('%j is written and read as %s', (conditions, text) => {
  expect(written(conditions)).toBe(text);
  expect(conditionsOf(text)).toEqual(conditions);
});

test.each([
  "it's",
  'a && b',
  '(a || b)',
  'back\\slash',
  '1+1=2?',
  '^$[x]{2}|*',
  'two\nlines\tand a tab',
  '“Rechnung” über 5 €',
  '发票',
  '',
])('whatever is looked for comes back as it was: %j', (value) => {
  const said = any(one('subject', value), one('domain', value), one('attachment', `${value}/`));
  expect(conditionsOf(written(said))).toEqual(said);
});

test('blanks and lines between conditions are free', () => {
  expect(conditionsOf("\n mail.domain=='a.example'\n  &&\n !time.open ")).toEqual(
    all(one('domain', 'a.example'), one('open', '', true)),
  );
});

test.each([
  "mail.domain == 'a' && time.open || customer.known",
  "(mail.domain == 'a')",
  "mail.subject.contains('a')",
  "mail.subject.matches('invoice')",
  "mail.subject.matches('(?i)invoice|bill')",
  String.raw`mail.subject.matches('(?i)\\d+')`,
  String.raw`mail.domain == '\u0041'`,
  "mail.domain == 'open",
  "mail.domain == 'a' &&",
  'mail.size > 1000',
  "mail.attachments.exists(file, file.name == 'a')",
  "mail.attachments.exists(file, file.type.startsWith('application/p'))",
  'mail.domain == "a"',
])('what says more, or nothing, stays text: %s', (text) => expect(conditionsOf(text)).toBeUndefined());

test('a text of CEL ends where it should', () => {
  expect(quoted("it's \\ so\n")).toBe(String.raw`'it\'s \\ so\n'`);
});

const placed = (...places: [string, number][]) => places.map(([id, place]) => ({ id, place }));
const after = (rules: { id: string; place: number }[], moves: Move[]) =>
  inOrder(rules.map((rule) => moves.find((move) => move.id === rule.id) ?? rule)).map((rule) => rule.id);

test.each([
  ['b', -1, placed(['a', 10], ['b', 20], ['c', 30]), 'bac', 1],
  ['a', 1, placed(['a', 10], ['b', 20], ['c', 30]), 'bac', 1],
  ['c', -1, placed(['a', 10], ['b', 11], ['c', 12]), 'acb', 1],
  ['c', -1, placed(['a', 10], ['b', 10], ['c', 10]), 'acb', 1],
  ['b', -1, placed(['a', 0], ['b', 0]), 'ba', 1],
  ['a', 1, placed(['a', 100_000], ['b', 100_000]), 'ba', 2],
  ['a', -1, placed(['a', 10], ['b', 20]), 'ab', 0],
  ['b', 1, placed(['a', 10], ['b', 20]), 'ab', 0],
] as const)('%s goes by %d', (id, by, rules, order, changed) => {
  const moves = moved(rules, id, by);
  expect(after([...rules], moves).join('')).toBe(order);
  expect(moves).toHaveLength(changed);
});

test('while several places are saved, the others keep their turn', () => {
  const rules = placed(['a', 5], ['b', 5], ['c', 5], ['d', 6]);
  const moves = moved(rules, 'd', -1);
  for (let saved = 0; saved <= moves.length; saved++) {
    const order = after(rules, moves.slice(0, saved)).filter((id) => id !== 'd');
    expect(order.join('')).toBe('abc');
  }
  expect(after(rules, moves).join('')).toBe('abdc');
});

const rule: Rule = {
  id: 'bills',
  version: 4,
  ...draftOf({ ...newRule(20), titleEn: 'Bills', titleZh: '账单', when: 'time.open', queue: 'sales', tags: 'a，b' }),
};

test('a rule comes back from its form as it was', () => {
  const full = draftOf({
    ...formOf(rule),
    skills: { german: '3' },
    tier: '2',
    headStart: '1.5',
    caseType: 'complaint',
    goOn: true,
  });
  expect(draftOf(formOf(full))).toEqual(full);
  expect(full.then).toEqual({
    queue: 'sales',
    skills: { german: 3 },
    tier: 2,
    headStart: 90_000,
    caseType: 'complaint',
    tags: ['a', 'b'],
    spam: false,
    goOn: true,
  });
});

test('what is dropped goes nowhere', () => {
  const { then } = draftOf(asSpam({ ...formOf(rule), skills: { german: '3' }, caseType: 'complaint', goOn: true }));
  expect(then).toMatchObject({ spam: true, skills: {}, goOn: false });
  expect(then).not.toHaveProperty('queue');
  expect(then).not.toHaveProperty('caseType');
});

test.each([
  ['Invoices & bills', 'invoices-bills'],
  ['Über Größe', 'uber-gro-e'],
  ['发票', 'rule'],
  ['Bills', 'bills-2'],
  ['New', 'new-2'],
])('%s is known as %s', (title, id) => expect(idFor(title, 'rule', ['bills'])).toBe(id));

test('rules are tried as they are written', () => {
  const unsaved = new Map([
    ['bills', { ...formOf(rule), when: 'true' }],
    ['new', newRule(30)],
    ['removed', newRule(40)],
  ]);
  expect(withUnsaved([rule], unsaved).map(({ id, when, place }) => [id, when, place])).toEqual([
    ['bills', 'true', 20],
    ['new', 'true', 30],
  ]);
});

const trial = (mail: string, more: Partial<Trial> = {}): Trial => {
  const decision = { queue: 'mail', rules: [], skills: {}, tier: 0, headStart: 0, tags: [], dropped: false };
  const from = { address: 'a@mail.example', name: '' };
  return { mail, at: '', from, subject: mail, now: decision, before: decision, differs: [], failed: {}, ...more };
};

test('a mail that is told of twice counts once', () => {
  expect(together([trial('1'), trial('2')], [trial('2'), trial('3')]).map((found) => found.mail)).toEqual([
    '1',
    '2',
    '3',
  ]);
});

test('of what a trial finds, counts are by rule', () => {
  const now = { ...trial('').now, rules: ['bills'] };
  const found = [trial('1', { now, differs: ['queue'] }), trial('2', { failed: { bills: 'no such header' } })];
  expect(matching(found, 'bills')).toHaveLength(1);
  expect(matching(found, 'other')).toHaveLength(0);
  expect(matching(found, undefined)).toHaveLength(1);
  expect(elsewhere(found).map((one) => one.mail)).toEqual(['1']);
  expect(failures([...found, ...found])).toEqual([{ rule: 'bills', why: 'no such header', mails: 2 }]);
});

test('the place of a fault is found in the words of either language', () => {
  expect(faultIn("Line 2, column 5: undefined field 'x1'.")).toEqual({ line: 2, column: 5 });
  expect(faultIn('第 2 行第 5 列：undefined field。')).toEqual({ line: 2, column: 5 });
  expect(faultIn('There is no such queue.')).toBeUndefined();
  expect(offsetOf('ab\n😀cd', { line: 2, column: 2 })).toBe(5);
  expect(offsetOf('ab', { line: 9, column: 9 })).toBe(2);
});

const closed: Template = {
  id: 'closed',
  version: 2,
  title: { en: 'Closed', zh: '非服务时间' },
  purpose: 'OUT_OF_HOURS',
  queue: 'sales',
  texts: { en: { subject: 'Re: {subject}', body: 'Dear {name}' }, de: { subject: 'AW', body: 'Guten Tag' } },
};

test('a text comes back from its form as it was, and languages without words are left out', () => {
  const { id: _, version: __, ...draft } = closed;
  expect(templateOf(textFormOf(closed))).toEqual(draft);
  expect(templateOf(withLanguage(textFormOf(closed), 'fr'))).toEqual(draft);
  expect(languagesOf(withoutLanguage(textFormOf(closed), 'de'))).toEqual(['en']);
  expect(templateOf(newText('zh'))).not.toHaveProperty('queue');
});

test('two versions of a text are compared in all languages of both', () => {
  const mine = withoutLanguage(textFormOf(closed), 'de');
  const all = fieldsOf(mine, textFormOf(closed));
  expect(all.slice(-2)).toEqual(['de.subject', 'de.body']);
  expect(inFields(mine, all)['de.body']).toBe('');
});

test('texts stand by purpose, those of every queue first', () => {
  const { queue: _, ...common } = { ...closed, id: 'common' };
  const later = { ...closed, id: 'x', purpose: 'LATER' } as unknown as Template;
  expect(byPurpose([later, closed, common]).map(({ purpose, texts }) => [purpose, texts.map((one) => one.id)])).toEqual(
    [
      ['OUT_OF_HOURS', ['common', 'closed']],
      ['LATER', ['x']],
    ],
  );
});

test('a preview reads as what is sent', () => {
  const values = { name: 'Ruth', 'article.title': '$1 {x}' };
  expect(filled('Dear {name},\nopen from {opens}\n{article.title}\n{ no } {', values)).toBe('Dear Ruth,\n$1 {x}');
  expect(variablesOf('OUT_OF_HOURS')).toContain('opens');
  expect(variablesOf('CANNED')).not.toContain('expected');
});
