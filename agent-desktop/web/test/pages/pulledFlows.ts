import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { agent } from './actors.ts';
import { play, type Scene, servePages, startChromium } from './browser.ts';
import * as mail from './mailWorld.ts';
import { takeFrom } from './pulledAnswers.ts';
import { TO_TAKE, TOO_LATE } from './pulledScenes.ts';
import * as known from './pulledWorld.ts';
import * as world from './world.ts';

/** How agents take mails that wait in a line, by keyboard alone. */

let browser: Browser;
let pages: Awaited<ReturnType<typeof servePages>>;
let context: BrowserContext;

beforeAll(async () => {
  browser = await startChromium();
  pages = await servePages();
}, 60_000);

beforeEach(async () => {
  context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
  context.setDefaultTimeout(5_000);
});

afterEach(() => context.close());

afterAll(async () => {
  await browser?.close();
  await pages?.close();
});

async function open(path: string, scene: Scene) {
  const stage = await play(context, scene);
  await stage.page.goto(pages.url + path);
  await stage.page.locator('main').first().waitFor();
  return stage;
}

async function openList(scene: Scene = TO_TAKE) {
  const stage = await open('/mail/take', scene);
  await stage.page.getByTestId('pulled-row').first().waitFor();
  return stage;
}

const shown = (page: Page) =>
  page.getByTestId('pulled-row').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-mail')));
const chosen = (page: Page) => page.locator('[data-testid=pulled-row][aria-current]').getAttribute('data-mail');
const focused = (page: Page) => page.evaluate("document.activeElement?.closest('[data-mail]')?.dataset.mail");
const place = (page: Page) => new URL(page.url()).pathname;

test('the list is opened by a key, and what is taken opens in its place', { timeout: 30_000 }, async () => {
  const { page, asked, tell, complaints } = await open('/', TO_TAKE);
  await expect.poll(() => page.getByTestId('nav-pulled').innerText()).toMatch(/^4 wait\noldest for 23:5\d:\d\d/);
  await page.keyboard.press('p');
  await page.getByTestId('pulled-row').first().waitFor();
  expect(place(page)).toBe('/mail/take');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => chosen(page)).toBe('p2');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  await expect.poll(() => chosen(page)).toBe('p1');
  await page.keyboard.press('Enter');
  // Once more by mistake: one mail is taken all the same.
  await page.keyboard.press('Enter');
  await expect.poll(() => asked.filter((one) => one.endsWith('/take'))).toEqual(['POST /interactions/p1/take']);
  expect(place(page)).toBe('/mail/take');
  tell({ type: 'seat', seat: { ...world.seats.onContact, interaction: 'p1', queue: 'support' } });
  tell({
    type: 'interaction',
    interaction: known.live,
    pop: { ...mail.pop, interaction: { ...mail.pop.interaction, id: 'p1' } },
  });
  await page.getByTestId('thread').waitFor();
  expect(place(page)).toBe('/');
  expect(complaints).toEqual([]);
});

test('what is taken beside a call opens as what the agent has beside it', { timeout: 30_000 }, async () => {
  const { page, asked, tell } = await openList();
  await page.keyboard.press('Shift+P');
  await expect.poll(() => asked).toContain('POST /interactions/p2/take');
  const work = { interaction: 'p2', channel: 'EMAIL', queue: 'support', offer: 'o9', state: 'ON_CONTACT' };
  tell({ type: 'seat', seat: { ...world.seats.onContact, works: [{ ...work, since: world.ago(0) }] } });
  await expect.poll(() => place(page)).toBe('/mail/p2');
});

test('who took it first is told beside it; it goes, and the next is chosen', { timeout: 30_000 }, async () => {
  await context.clock.install({ time: world.NOW });
  const { page } = await openList(TOO_LATE);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  const row = page.locator('[data-mail=p2]');
  await expect.poll(() => row.getByTestId('pulled-said').innerText()).toBe(known.TAKEN);
  await expect.poll(() => chosen(page)).toBe('p3');
  await expect.poll(() => row.getByTestId('take').isDisabled()).toBe(true);
  await expect.poll(() => focused(page)).toBe('p3');
  await context.clock.runFor(7_000);
  await expect.poll(() => shown(page)).toEqual(['p1', 'p3', 'p4']);
  expect(await chosen(page)).toBe('p3');
});

test('nothing moves under the pointer', { timeout: 30_000 }, async () => {
  const { page, tell } = await openList();
  await page.locator('[data-mail=p3]').hover();
  takeFrom(page, 'p1');
  tell(known.told);
  await expect.poll(() => page.locator('[data-mail=p1]').getByTestId('pulled-said').innerText()).toContain('No longer');
  expect(await shown(page)).toEqual(['p1', 'p2', 'p3', 'p4']);
  await page.getByTestId('nav-contacts').hover();
  await expect.poll(() => shown(page)).toEqual(['p2', 'p3', 'p4']);
});

test('one queue alone is part of the address', { timeout: 30_000 }, async () => {
  const { page } = await openList();
  await page.getByTestId('pulled-queue').nth(1).press('Enter');
  await expect.poll(() => shown(page)).toEqual(['p3']);
  // The choice keeps the focus: Enter once more takes nothing.
  expect(await page.evaluate('document.activeElement?.dataset.testid')).toBe('pulled-queue');
  await page.reload();
  await expect.poll(() => shown(page)).toEqual(['p3']);
});

test('who has no such queue sees no way there', { timeout: 30_000 }, async () => {
  const { page } = await open('/', agent({ type: 'seat', seat: world.seats.ready }));
  await page.getByTestId('idle').waitFor();
  await page.keyboard.press('p');
  expect(await page.getByTestId('nav-pulled').count()).toBe(0);
  expect(place(page)).toBe('/');
});
