import { describe, expect, test } from 'vitest';
import { addressOf } from '../src/mail/rich/address.ts';
import { fromText, losesFormatting, toText } from '../src/mail/rich/plain.ts';
import { schema } from '../src/mail/rich/schema.ts';
import { signatureAt } from '../src/mail/rich/signing.ts';

const { doc, paragraph, bullet_list, ordered_list, list_item } = schema.nodes;
const { strong, link } = schema.marks;
const words = (text: string) => paragraph.create(null, schema.text(text));
const item = (text: string) => list_item.create(null, words(text));
const linked = (text: string, href: string) =>
  doc.create(null, paragraph.create(null, [schema.text(text, [link.create({ href })]), schema.text(' now')]));

describe('plain text with formatting and back', () => {
  test.each([
    'One line\n',
    'Two\nlines\n\nand a paragraph\n',
    '\n\n-- \nAnna\n\nOn Monday, Ruth wrote:\n> Where is it?\n>\n> Ruth\n',
    'See:\n> one\n>\n>> two\n>> three\n>\n> one again\n',
    'A\n\n\n\nB\n',
    '\n',
  ])('%j is the same afterwards', (text) => expect(toText(fromText(text))).toBe(text));

  test('a place to write in stays above a signature', () =>
    expect(fromText('\n\n-- \nAnna').firstChild?.content.size).toBe(0));

  test('lists are lines with marks', () => {
    const lists = doc.create(null, [
      bullet_list.create(null, [item('one'), item('two')]),
      ordered_list.create({ start: 9 }, [item('nine'), list_item.create(null, [words('ten'), words('more')])]),
    ]);
    expect(toText(lists)).toBe('- one\n- two\n\n9. nine\n10. ten\n    more\n');
  });

  test('where a link leads stands behind it, unless it says so itself', () => {
    expect(toText(linked('here', 'https://a.example/'))).toBe('here <https://a.example/> now\n');
    expect(toText(linked('a@b.example', 'mailto:a@b.example'))).toBe('a@b.example now\n');
  });
});

test.each([
  [fromText('Yes.\n\n> quoted\n\n-- \nAnna'), false],
  [doc.create(null, paragraph.create(null, schema.text('Yes', [strong.create()]))), true],
  [doc.create(null, bullet_list.create(null, [item('one')])), true],
  [linked('here', 'https://a.example/'), true],
  [linked('https://a.example/', 'https://a.example/'), false],
])('%s loses formatting: %s', (node, loses) => expect(losesFormatting(node)).toBe(loses));

test('a signature is found above what is quoted, not within', () => {
  const found = signatureAt(fromText('Yes.\n\n-- \nAnna\n\n> -- \n> Anna'), ['-- \nAnna']);
  expect(found).toEqual({ from: 6, to: 16 });
  expect(signatureAt(fromText('Yes.\n\n> -- \n> Anna'), ['-- \nAnna'])).toBeUndefined();
});

test.each([
  ['https://a.example/b?c', 'https://a.example/b?c'],
  [' a.example/b ', 'https://a.example/b'],
  ['a@b.example', 'mailto:a@b.example'],
  ['tel:+49301', 'tel:+49301'],
  ['javascript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['nowhere', undefined],
  ['two words.example', undefined],
  ['', undefined],
])('a link to %j leads to %j', (typed, leads) => expect(addressOf(typed)).toBe(leads));
