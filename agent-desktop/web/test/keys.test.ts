import { describe, expect, test } from 'vitest';
import { answers, type Binding, type KeyPress } from '../src/keys/keys.ts';

const nowhere = { text: false, control: false };
const inText = { text: true, control: false };
const onButton = { text: false, control: true };

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  ...more,
});
const bind = (key: string, more: Partial<Binding> = {}): Binding => ({ key, run: () => {}, ...more });

describe('accepting by Enter', () => {
  test('works with the focus nowhere', () => expect(answers(bind('Enter'), press('Enter'), nowhere)).toBe(true));
  test('never while somebody writes', () => expect(answers(bind('Enter'), press('Enter'), inText)).toBe(false));
  test('not on another button, which has its own Enter', () =>
    expect(answers(bind('Enter'), press('Enter'), onButton)).toBe(false));
  test('not by a key held down', () =>
    expect(answers(bind('Enter'), press('Enter', { repeat: true }), nowhere)).toBe(false));
  test('not by Ctrl+Enter', () =>
    expect(answers(bind('Enter'), press('Enter', { ctrlKey: true }), nowhere)).toBe(false));
  test('not by the Enter that ends the composition of Chinese', () =>
    expect(answers(bind('Enter'), press('Enter', { isComposing: true }), nowhere)).toBe(false));
});

test('Ctrl+Enter finishes from within the note, with Cmd on a Mac', () => {
  const done = bind('Enter', { ctrl: true, inText: true, onControls: true });
  expect(answers(done, press('Enter', { ctrlKey: true }), inText)).toBe(true);
  expect(answers(done, press('Enter', { metaKey: true }), onButton)).toBe(true);
  expect(answers(done, press('Enter'), inText)).toBe(false);
});

test('letters work in either case, but not with Ctrl or Alt', () => {
  const mute = bind('m', { shift: false });
  expect(answers(mute, press('m'), onButton)).toBe(true);
  expect(answers(mute, press('M'), nowhere)).toBe(true);
  expect(answers(mute, press('m', { ctrlKey: true }), nowhere)).toBe(false);
  expect(answers(mute, press('m', { altKey: true }), nowhere)).toBe(false);
  expect(answers(mute, press('M', { shiftKey: true }), nowhere)).toBe(false);
});

test('ending needs Shift', () => {
  const end = bind('x', { shift: true });
  expect(answers(end, press('x'), nowhere)).toBe(false);
  expect(answers(end, press('X', { shiftKey: true }), nowhere)).toBe(true);
});

test('a binding may depend on the state', () => {
  expect(answers(bind('e', { when: () => false }), press('e'), nowhere)).toBe(false);
});
