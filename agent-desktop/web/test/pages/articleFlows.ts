import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { onContact } from './actors.ts';
import { conflict, overtaken, writer } from './articleScenes.ts';
import { play, type Scene, servePages, startChromium } from './browser.ts';

/** What agents and writers do with articles, by keyboard alone. */

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

async function open(path: string, scene: Scene) {
  const stage = await play(context, scene);
  await stage.page.goto(pages.url + path);
  await stage.page.locator('main').first().waitFor();
  return stage;
}

test('an article is read beside the call, which is never left', { timeout: 30_000 }, async () => {
  const { page, asked } = await open('/', onContact());
  const suggestion = page.getByTestId('suggestion').nth(1).getByRole('button');
  await suggestion.focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('article-body').waitFor();
  expect(new URL(page.url()).pathname).toBe('/');
  expect(await page.getByTestId('end').isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  await page.getByTestId('reader').waitFor({ state: 'detached' });
  await expect.poll(() => suggestion.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(asked.filter((one) => one.includes('/uses'))).toEqual([
    'POST /articles/p1/uses {"kind":"OPENED","interaction":"i1"}',
  ]);
});

test('the search of everything has articles below what is on record', { timeout: 30_000 }, async () => {
  const { page, asked } = await open('/', { ...writer, nobody: true });
  await page.keyboard.press('/');
  await page.keyboard.type('router');
  await page.getByTestId('search-result').nth(1).waitFor();
  const options = await page.getByRole('option').evaluateAll((all) => all.map((one) => one.dataset.testid));
  expect(options).toEqual(['search-create-customers', 'search-create-organisations', 'search-result', 'search-result']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByTestId('article-body').waitFor();
  expect(new URL(page.url()).pathname).toBe('/articles/p1');
  expect(asked.filter((one) => one.startsWith('POST /articles/searches'))).toEqual([]);
});

test('a judgement that was taken back is never told, another one is', { timeout: 30_000 }, async () => {
  await context.clock.install();
  const { page, asked } = await open('/articles/p1', writer);
  const judged = () => asked.filter((one) => one.includes('HELPFUL'));
  await page.getByTestId('judge-NOT_HELPFUL').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('u');
  await page.clock.fastForward(10_000);
  expect(judged()).toEqual([]);
  await page.getByTestId('judge-HELPFUL').focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('undo').waitFor();
  await page.clock.fastForward(10_000);
  await expect.poll(judged).toEqual(['POST /articles/p1/uses {"kind":"HELPFUL"}']);
});

test('a search that found nothing is told once, when it is over', { timeout: 30_000 }, async () => {
  const { page, asked } = await open('/', { ...onContact(), articleless: true });
  const told = () => asked.filter((one) => one.startsWith('POST /articles/searches'));
  await page.getByTestId('beside-search').waitFor();
  await page.keyboard.press('f');
  await page.keyboard.type('submarine');
  await page.getByTestId('beside-none').waitFor();
  expect(told()).toEqual([]);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect.poll(told).toEqual(['POST /articles/searches {"q":"submarine","language":"en","hits":0}']);
});

test('two who write at once settle it field by field', { timeout: 30_000 }, async () => {
  const { page, asked } = await open('/articles/p1/edit', overtaken);
  await conflict(page);
  const save = page.getByTestId('versions-save');
  expect(await save.isDisabled()).toBe(true);
  await page.getByTestId('version-en.title-mine').focus();
  await page.keyboard.press('Space');
  await save.focus();
  await page.keyboard.press('Enter');
  const sent = () => asked.filter((one) => one.startsWith('PUT /articles/p1 '));
  await expect.poll(() => sent().length).toBe(2);
  const draft = JSON.parse(sent().at(-1)?.slice('PUT /articles/p1 '.length) ?? '');
  expect(draft.audience).toBe('INTERNAL');
  expect(draft.texts.find((one: { language: string }) => one.language === 'en')).toMatchObject({
    title: 'Start the router anew',
    summary: 'Helps nearly always.',
  });
});

test('what was written survives a reload, and a deleted article comes back', { timeout: 30_000 }, async () => {
  await context.clock.install();
  const { page, asked } = await open('/articles/p1/edit', writer);
  await page.getByTestId('field-body').fill('Half written');
  await page.reload();
  await expect.poll(() => page.getByTestId('field-body').inputValue()).toBe('Half written');
  await page.getByTestId('cancel').focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('delete').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByTestId('article-row').count()).toBe(2);
  await page.keyboard.press('u');
  await expect.poll(() => page.getByTestId('article-row').count()).toBe(3);
  await page.clock.fastForward(10_000);
  expect(asked.filter((one) => one.startsWith('DELETE'))).toEqual([]);
});

test('the first file of a new article saves it, for colleagues only', { timeout: 30_000 }, async () => {
  const { page, asked } = await open('/articles/new', writer);
  const sent = () => asked.filter((one) => one.startsWith('POST /articles') && !one.includes('preview'));
  const file = { name: 'new.png', mimeType: 'image/png', buffer: Buffer.from('x') };
  const drop = () => page.getByTestId('attach-files').setInputFiles(file);
  const refusal = page.getByTestId('article-form').getByRole('alert');
  await drop();
  await refusal.getByText('Choose where it belongs first').waitFor();
  await page.getByTestId('field-category').selectOption({ index: 1 });
  await drop();
  await refusal.getByText('Give it a title first').waitFor();
  expect(sent()).toEqual([]);
  await page.getByTestId('field-texts.en.title').fill('A new router');
  await page.getByTestId('field-audience').selectOption('PUBLIC');
  await page.getByTestId('field-body').fill('Look:');
  await drop();
  await page.waitForURL('**/articles/p1/edit');
  expect(sent()).toHaveLength(2);
  expect(sent()[0]).toContain('"audience":"INTERNAL"');
  expect(sent()[1]).toMatch(/^POST \/articles\/p1\/files/);
  // What was written goes on, with the picture in it, and is his to save.
  expect(await page.getByTestId('field-texts.en.title').inputValue()).toBe('A new router');
  expect(await page.getByTestId('field-audience').inputValue()).toBe('PUBLIC');
  expect(await page.getByTestId('field-body').inputValue()).toBe('Look:\n\n![new](file:f3)');
  await page.reload();
  await expect.poll(() => page.getByTestId('field-body').inputValue()).toContain('file:f3');
});

test('who may not write sees nothing to write with', { timeout: 30_000 }, async () => {
  const { page } = await open('/articles/p1', onContact());
  await page.getByTestId('article-title').waitFor();
  for (const way of ['edit', 'delete', 'attach', 'file-remove']) {
    expect(await page.getByTestId(way).count(), way).toBe(0);
  }
});
