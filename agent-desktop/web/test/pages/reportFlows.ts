import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { play, type Scene, servePages, startChromium, summary } from './browser.ts';
import * as world from './world.ts';

/** What supervisors do with reports, by keyboard alone. */

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

const supervisor: Scene = { session: world.session('SUPERVISOR'), frames: [summary] };

async function open(path: string, scene: Scene) {
  const stage = await play(context, scene);
  await stage.page.goto(pages.url + path);
  await stage.page.locator('main').first().waitFor();
  return stage;
}

test('a span is chosen, stays in the address, and is looked at in parts', { timeout: 30_000 }, async () => {
  const { page, complaints } = await open('/', supervisor);
  await page.getByTestId('nav-reports').focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('picture-hours').waitFor();
  expect(new URL(page.url()).pathname).toBe('/reports/mail');
  await page.getByTestId('span-today').focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('picture-volume').waitFor();
  expect(new URL(page.url()).search).toBe('?span=today');
  expect(await page.getByTestId('picture-hours').count()).toBe(0);
  await page.reload();
  await page.getByTestId('picture-volume').waitFor();
  expect(await page.getByTestId('span-today').getAttribute('aria-pressed')).toBe('true');
  expect(await page.getByTestId('part-row').count()).toBe(3);
  await page.getByTestId('field-by').focus();
  await page.keyboard.press('ArrowDown');
  await page.getByTestId('part-row').getByText('info').waitFor();
  expect(complaints).toEqual([]);
});

test('from the board a menu leads to the reports', { timeout: 30_000 }, async () => {
  const { page } = await open('/board', supervisor);
  await page.getByTestId('me').click();
  await page.getByTestId('menu-to-reports').click();
  await page.getByTestId('report-figures').waitFor();
  expect(new URL(page.url()).pathname).toBe('/reports/mail');
});

test('the table is fetched as a file', { timeout: 30_000 }, async () => {
  const { page } = await open('/reports/mail?span=own&from=2026-03-01&to=2026-03-12', supervisor);
  const link = page.getByTestId('picture-volume').getByRole('link', { name: 'Mails over time, as CSV' });
  await link.waitFor();
  expect(await link.getAttribute('href')).toBe('/api/v1/reports/mail?from=2026-03-01&to=2026-03-12&by=day&format=csv');
  expect(await link.getAttribute('download')).toBe('');
});

test('days in the wrong order are refused in words, and put right there', { timeout: 30_000 }, async () => {
  const { page } = await open('/reports/mail?span=own&from=2026-03-12&to=2026-03-11', supervisor);
  await page.getByRole('alert').getByText('The last day lies before the first').waitFor();
  await page.getByTestId('field-to').fill('2026-03-13');
  await page.getByTestId('picture-volume').waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
});
