import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { agent } from './actors.ts';
import { play, type Scene, servePages, startChromium, summary } from './browser.ts';
import { RECORD_SCENES } from './recordScenes.ts';
import * as world from './world.ts';

/** What agents do with people and organisations, by keyboard alone. */

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

test('somebody is found, looked at and found again among the recent', { timeout: 30_000 }, async () => {
  const { page } = await open('/', ready);
  await page.keyboard.press('/');
  await page.keyboard.type('xiao');
  await page.getByTestId('search-result').nth(1).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByTestId('record-name').getByText('王小明').waitFor();
  expect(new URL(page.url()).pathname).toBe('/customers/k2');
  await page.keyboard.press('/');
  expect(await page.getByTestId('search-result').allInnerTexts()).toEqual([expect.stringContaining('王小明')]);
});

test('a customer who is not found is made from the text typed', { timeout: 30_000 }, async () => {
  const { page, asked } = await open('/', { ...ready, nobody: true });
  await page.keyboard.press('/');
  await page.keyboard.type('030 555 0123');
  await page.getByTestId('search-create-customers').waitFor();
  await page.keyboard.press('Enter');
  const name = page.getByTestId('field-name');
  await name.waitFor();
  await page.keyboard.type('Nora New');
  expect(await name.inputValue()).toBe('Nora New');
  await page.keyboard.press('Control+Enter');
  await page.getByTestId('record-name').waitFor();
  const draft = JSON.parse(
    asked.find((one) => one.startsWith('POST /customers '))?.slice('POST /customers '.length) ?? '',
  );
  expect(draft).toMatchObject({ name: 'Nora New', points: [{ kind: 'PHONE', value: '030 555 0123' }] });
});

test('the contact moves to a candidate and back', { timeout: 30_000 }, async () => {
  const scene = RECORD_SCENES['desk-candidates'];
  if (scene === undefined) throw new Error('the scene of the candidates is gone');
  const { page, asked } = await open(scene.path, scene.scene);
  await page.getByTestId('candidate').nth(1).focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('undo').waitFor();
  await page.keyboard.press('u');
  await expect
    .poll(() => asked.filter((one) => one.startsWith('PUT /interactions/i1/customer')))
    .toEqual(['PUT /interactions/i1/customer {"customer":"k2"}', 'PUT /interactions/i1/customer {}']);
});

test('a note that was taken back in time is never deleted, another one is', { timeout: 30_000 }, async () => {
  await context.clock.install();
  const { page, asked } = await open('/customers/k1', ready);
  const deleted = () => asked.filter((one) => one.startsWith('DELETE'));
  await page.getByTestId('note').nth(1).waitFor();
  await page.getByTestId('note-remove').first().focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByTestId('note').count()).toBe(1);
  await page.keyboard.press('u');
  await expect.poll(() => page.getByTestId('note').count()).toBe(2);
  await page.clock.fastForward(10_000);
  expect(deleted()).toEqual([]);
  await page.getByTestId('note-remove').first().focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByTestId('note').count()).toBe(1);
  await page.clock.fastForward(10_000);
  await expect.poll(deleted).toEqual(['DELETE /notes/n2']);
});

test('a lost race is settled field by field', { timeout: 30_000 }, async () => {
  const scene = RECORD_SCENES['desk-customer-versions'];
  if (scene === undefined) throw new Error('the scene of the versions is gone');
  const { page, asked } = await open(scene.path, scene.scene);
  await scene.act?.(page);
  const save = page.getByTestId('versions-save');
  expect(await save.isDisabled()).toBe(true);
  await page.getByTestId('version-name-theirs').focus();
  await page.keyboard.press('Space');
  await save.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => asked.filter((one) => one.startsWith('PUT /customers/k1')).length).toBe(2);
  const sent = JSON.parse(
    asked.findLast((one) => one.startsWith('PUT /customers/k1'))?.slice('PUT /customers/k1 '.length) ?? '',
  );
  expect(sent).toMatchObject({
    name: 'Käthe Schönfeld-Braun',
    givenName: 'Katharina',
    timeZone: 'Europe/Berlin',
    tags: [],
  });
});

test('what was written survives a call in between', { timeout: 30_000 }, async () => {
  const { page, tell } = await open('/customers/k1', ready);
  await page.getByTestId('edit').waitFor();
  await page.keyboard.press('e');
  await page.getByTestId('field-name').fill('Half written');
  tell({ type: 'seat', seat: world.seats.offered });
  tell({ type: 'interaction', interaction: world.live, pop: world.pop });
  tell({ type: 'seat', seat: world.seats.onContact });
  await expect.poll(() => new URL(page.url()).pathname).toBe('/');
  await page.goBack();
  await expect.poll(() => page.getByTestId('field-name').inputValue()).toBe('Half written');
});

test('a list keeps its filter under a name, for this person', { timeout: 30_000 }, async () => {
  const { page } = await open('/customers', ready);
  await page.getByTestId('field-segment').selectOption('vip');
  await page.getByTestId('filter-name').fill('Mine');
  await page.keyboard.press('Enter');
  await page.getByTestId('saved-filter').waitFor();
  await page.reload();
  await page.getByTestId('saved-filter').click();
  await expect.poll(() => new URL(page.url()).search).toBe('');
  await page.getByTestId('saved-filter').click();
  await expect.poll(() => new URL(page.url()).search).toBe('?segment=vip');
});

test('a deleted record comes back, and a person is erased only by his name', { timeout: 30_000 }, async () => {
  const supervisor = world.session('SUPERVISOR');
  const session = { ...supervisor, rights: [...supervisor.rights, 'customer.erase'] };
  const { page, asked } = await open('/customers/k1', { session, frames: [summary] });
  await page.getByTestId('export').waitFor();
  expect(await page.getByTestId('export').getAttribute('href')).toBe('/api/v1/customers/k1/export');
  await page.getByTestId('delete-record').focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('record-row').first().waitFor();
  await page.keyboard.press('u');
  await page.getByTestId('record-row').getByText('Käthe Schönfeld').click();
  await page.getByTestId('erase').focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('erase-name').fill('Käthe');
  expect(await page.getByTestId('erase-do').isDisabled()).toBe(true);
  await page.getByTestId('erase-name').fill('Käthe Schönfeld');
  await page.keyboard.press('Enter');
  await expect.poll(() => asked).toContain('POST /customers/k1/erase');
  expect(asked.filter((one) => one.startsWith('DELETE'))).toEqual([]);
});
