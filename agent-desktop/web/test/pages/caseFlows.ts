import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { agent, onContact } from './actors.ts';
import { play, type Scene, servePages, startChromium } from './browser.ts';
import { complaint, waiting } from './caseWorld.ts';
import * as world from './world.ts';

/** What agents do with cases, by keyboard alone. */

let browser: Browser;
let pages: Awaited<ReturnType<typeof servePages>>;
let context: BrowserContext;

beforeAll(async () => {
  browser = await startChromium();
  pages = await servePages();
}, 60_000);

beforeEach(async () => {
  context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
});

afterEach(() => context.close());

afterAll(async () => {
  await browser?.close();
  await pages?.close();
});

const ready: Scene = agent({ type: 'seat', seat: world.seats.ready });

async function open(path: string, scene: Scene) {
  const stage = await play(context, scene);
  await stage.page.goto(pages.url + path);
  await stage.page.locator('main').first().waitFor();
  return stage;
}

test('a case opened during a call is for the caller, and the call belongs to it', { timeout: 30_000 }, async () => {
  const { page, asked } = await open('/', onContact());
  await page.getByTestId('open-case').waitFor();
  await page.keyboard.press('Shift+S');
  await page.getByTestId('case-form').waitFor();
  await page.keyboard.type('Invoice is wrong');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => new URL(page.url()).pathname).toBe('/');
  const [made, attached] = asked.filter((one) => /^(POST \/cases |PUT \/interactions\/i1\/case)/.test(one));
  expect(JSON.parse(made?.slice('POST /cases '.length) ?? '')).toMatchObject({
    subject: 'Invoice is wrong',
    customer: 'k1',
    type: 'request',
  });
  expect(attached).toBe('PUT /interactions/i1/case {"serviceCase":"c9"}');
});

test('the call goes to one of the open cases, and back', { timeout: 30_000 }, async () => {
  const { page, asked } = await open('/', { ...onContact(), attached: complaint });
  const picker = page.getByTestId('belongs-to');
  await expect.poll(() => picker.inputValue()).toBe('c2');
  await picker.selectOption('c1');
  await page.getByTestId('undo').waitFor();
  await page.getByTestId('undo').focus();
  await page.keyboard.press('u');
  await expect
    .poll(() => asked.filter((one) => one.startsWith('PUT /interactions/i1/case')))
    .toEqual(['PUT /interactions/i1/case {"serviceCase":"c1"}', 'PUT /interactions/i1/case {"serviceCase":"c2"}']);
});

test('the call goes on with the case that is suggested, and not when that was wrong', { timeout: 30_000 }, async () => {
  const { id, number, subject, stateKind } = waiting;
  const { page, asked } = await open(
    '/',
    onContact({ ...world.pop, suggestedCase: { id, number, subject, stateKind } }),
  );
  const suggested = page.getByTestId('suggested-case');
  await expect.poll(() => suggested.textContent()).toContain(`Belongs to ${number}?`);
  await suggested.getByRole('button').press('Enter');
  await suggested.waitFor({ state: 'detached' });
  await page.getByTestId('undo').press('u');
  await suggested.waitFor();
  expect(asked.filter((one) => one.startsWith('PUT /interactions/i1/case'))).toEqual([
    'PUT /interactions/i1/case {"serviceCase":"c3"}',
    'PUT /interactions/i1/case {}',
  ]);
});

test('a case is taken, moved on and answered by keys', { timeout: 30_000 }, async () => {
  const { page, asked } = await open('/cases/c1', ready);
  await page.getByTestId('take').waitFor();
  await page.keyboard.press('Shift+A');
  await page.keyboard.press('Shift+T');
  await page.getByTestId('take').waitFor({ state: 'detached' });
  await page.keyboard.press('1');
  await expect
    .poll(() => asked.filter((one) => one.includes('/cases/c1')))
    .toEqual([
      'POST /cases/c1/answers',
      'PUT /cases/c1/owner {"owner":"a1"}',
      'PUT /cases/c1/state {"state":"waiting"}',
    ]);
});

test('a case that was changed meanwhile is shown as it is, and nothing is done to it', {
  timeout: 30_000,
}, async () => {
  const present = { ...complaint, version: 2, subject: 'Changed by Bo' };
  const { page } = await open('/cases/c2', { ...ready, refusal: { status: 412, detail: 'Changed.', present } });
  await page.getByTestId('take').waitFor();
  await page.keyboard.press('Shift+T');
  await page.getByTestId('case-subject').getByText('Changed by Bo').waitFor();
});

test('a relation that was taken away and back is never removed, a merge is asked for', {
  timeout: 30_000,
}, async () => {
  await context.clock.install();
  const { page, asked } = await open('/cases/c1', ready);
  const remove = page.getByTestId('relation-remove').first();
  await remove.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByTestId('relation').count()).toBe(1);
  await page.keyboard.press('u');
  await expect.poll(() => page.getByTestId('relation').count()).toBe(2);
  await page.clock.fastForward(10_000);
  expect(asked.filter((one) => one.startsWith('DELETE'))).toEqual([]);
  await page.getByTestId('merge').focus();
  await page.keyboard.press('Enter');
  const sent = page.getByTestId('merge-do');
  expect(await sent.isDisabled()).toBe(true);
  await page.getByTestId('find-into').fill('000131');
  await page.clock.fastForward(1_000);
  // It cannot go on in itself, so that the first one found is another.
  await page.getByTestId('search-result').first().getByText('C-2026-000131').waitFor();
  await page.keyboard.press('Enter');
  await sent.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => asked.at(-1)).toBe('POST /cases/c1/merge {"into":"c2"}');
});
