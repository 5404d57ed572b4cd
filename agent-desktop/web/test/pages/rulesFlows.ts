import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { play, type Scene, servePages, startChromium } from './browser.ts';
import { noVariable, overtaken, supervisor, unreadable } from './rulesScenes.ts';
import { TEXTS } from './rulesWorld.ts';

/** What supervisors do with rules of mail, by keyboard alone. */

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

async function open(path: string, scene: Scene = supervisor) {
  const stage = await play(context, scene);
  await stage.page.goto(pages.url + path);
  await stage.page.locator('main').first().waitFor();
  return stage;
}

const titles = (page: Page) => page.getByTestId('rule-title').allInnerTexts();
const focused = (page: Page) => page.evaluate('document.activeElement.textContent');
const sent = (asked: string[], begin: string) =>
  asked.filter((one) => one.startsWith(begin)).map((one) => JSON.parse(one.slice(one.indexOf('{'))));

test('rules are moved by keys, and the focus goes with them', { timeout: 30_000 }, async () => {
  const { page, asked, complaints } = await open('/');
  await page.getByTestId('nav-rules').focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('rule-title').first().focus();
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByText('Games of chance stands at place 2 of 4 now.').waitFor();
  expect(await titles(page)).toEqual(['Invoices', 'Games of chance', 'At night and at weekends', 'Spring campaign']);
  expect(await focused(page)).toBe('Games of chance');
  expect(sent(asked, 'PUT')).toMatchObject([{ place: 25, version: 3 }]);
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByText('Games of chance stands at place 4 of 4 now.').waitFor();
  expect(await focused(page)).toBe('Games of chance');
  await page.keyboard.press('ArrowUp');
  expect(await focused(page)).toBe('Spring campaign');
  expect(complaints).toEqual([]);
});

test('buttons move too, and a switch turns a rule off', { timeout: 30_000 }, async () => {
  const { page, asked } = await open('/rules/mail');
  await page.getByTestId('rule-up').nth(1).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Invoices stands at place 1 of 4 now.').waitFor();
  expect(await page.evaluate('document.activeElement.getAttribute("data-focus")')).toBe('up bills');
  await page.getByTestId('rule-switch').first().focus();
  await page.keyboard.press('Space');
  await page.locator('.rule-off').nth(1).waitFor();
  expect(sent(asked, 'PUT /config/mailRules/bills').at(-1)).toMatchObject({ enabled: false, version: 4 });
});

test('a rule that was removed can be taken back', { timeout: 30_000 }, async () => {
  const { page, asked } = await open('/rules/mail');
  await page.getByTestId('rule-remove').first().focus();
  await page.keyboard.press('Enter');
  await page.getByText('Removed: Games of chance').waitFor();
  expect(await titles(page)).toHaveLength(3);
  await page.keyboard.press('u');
  await page.getByTestId('rule-title').nth(3).waitFor();
  expect(asked.filter((one) => one.startsWith('DELETE'))).toEqual([]);
});

test('a rule is built from conditions, tried before it holds, and saved', { timeout: 30_000 }, async () => {
  const { page, asked, complaints } = await open('/rules/mail');
  await page.getByTestId('rule-new').focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('rule-form').waitFor();
  await page.keyboard.type('Banks');
  await page.keyboard.press('Tab');
  await page.keyboard.type('银行');
  await page.getByTestId('condition-add').press('Enter');
  await page.getByTestId('condition-value').fill('@Bank.example');
  expect(await page.getByTestId('field-when').inputValue()).toBe("mail.domain == 'bank.example'");
  await page.getByTestId('condition-add').press('Enter');
  await page.getByTestId('condition-field').nth(1).selectOption('attachment');
  await page.getByTestId('condition-value').nth(1).selectOption('application/pdf');
  await page.getByTestId('field-join').selectOption('any');
  const when = "mail.domain == 'bank.example' || mail.attachments.exists(file, file.type == 'application/pdf')";
  expect(await page.getByTestId('field-when').inputValue()).toBe(when);
  await page.getByTestId('field-queue').selectOption('sales');
  await page.getByTestId('skill-add').selectOption('de');
  await page.getByTestId('field-skill-de').fill('4');
  await page.getByTestId('trial-start').press('Enter');
  await page.getByTestId('trial-table').waitFor();
  await page.getByTestId('trial-start').and(page.locator(':enabled')).waitFor();
  expect(await page.getByTestId('trial-row').count()).toBe(3);
  const tried = sent(asked, 'POST /mail-rules/dry-run');
  expect(tried.map(({ skip }) => skip)).toEqual([0, 20, 40, 60, 80]);
  expect(tried[0].rules.at(-1)).toMatchObject({ id: 'new', when });
  expect(tried[0].rules.at(-1).then).toMatchObject({ queue: 'sales', skills: { de: 4 } });
  await page.keyboard.press('Control+Enter');
  await page.getByText('Saved: Banks.').waitFor();
  expect(await titles(page)).toContain('Banks');
  const [made] = sent(asked, 'PUT /config/mailRules/banks');
  expect(made).toMatchObject({ when, place: 50, title: { en: 'Banks', zh: '银行' } });
  expect(made).not.toHaveProperty('version');
  expect(complaints).toEqual([]);
});

test('the text goes where conditions cannot, and comes back to them', { timeout: 30_000 }, async () => {
  const { page } = await open('/rules/mail/bills');
  await page.getByTestId('condition').nth(1).waitFor();
  await page.getByTestId('field-when').fill('');
  await page.getByTestId('insert-mail.size').press('Enter');
  await page.keyboard.type(' > 1000');
  expect(await page.getByTestId('field-when').inputValue()).toBe('mail.size > 1000');
  await page.getByTestId('only-text').waitFor();
  await page.getByTestId('field-when').fill('!time.open');
  await page.getByTestId('condition').waitFor();
  expect(await page.getByTestId('condition-field').inputValue()).toBe('open');
  expect(await page.getByTestId('condition-how').inputValue()).toBe('not');
});

test('what is not saved is kept, also over a reload', { timeout: 30_000 }, async () => {
  const { page } = await open('/rules/mail/bills');
  await page.getByTestId('field-then.tags').fill('paper');
  await page.reload();
  await page.getByTestId('discard').waitFor();
  expect(await page.getByTestId('field-then.tags').inputValue()).toBe('paper');
  await page.getByText('Mail rules').first().press('Enter');
  await page.getByText('not saved', { exact: true }).waitFor();
  await page.goBack();
  await page.getByTestId('discard').press('Enter');
  expect(await page.getByTestId('field-then.tags').inputValue()).toBe('invoice, paper');
});

test('a refused expression is shown where it is wrong', { timeout: 30_000 }, async () => {
  const { page } = await open('/rules/mail/night', unreadable);
  await page.getByTestId('field-when').fill('time.weekday > 5 ||\n  time.opne');
  await page.keyboard.press('Control+Enter');
  await page.getByTestId('wrong').waitFor();
  expect(await page.getByTestId('wrong').locator('mark').innerText()).toBe('t');
  expect(await page.evaluate('document.activeElement.selectionStart')).toBe(22);
});

test('dropping as spam is asked for, and takes the rest away', { timeout: 30_000 }, async () => {
  const { page, asked } = await open('/rules/mail/bills');
  await page.getByTestId('field-spam').press('Space');
  await page.getByTestId('spam-ask').waitFor();
  await page.keyboard.press('Escape');
  expect(await page.getByTestId('field-spam').isChecked()).toBe(false);
  await page.getByTestId('field-spam').press('Space');
  await page.getByTestId('spam-yes').press('Enter');
  expect(await page.getByTestId('field-spam').isChecked()).toBe(true);
  expect(await page.getByTestId('field-queue').count()).toBe(0);
  await page.getByTestId('rule-save').press('Enter');
  await page.getByText('Saved: Invoices.').waitFor();
  expect(sent(asked, 'PUT')[0].then).toMatchObject({ spam: true, skills: {}, goOn: false });
});

test('who was overtaken sees both, and saves what he chose', { timeout: 30_000 }, async () => {
  const { page, asked } = await open('/rules/mail/bills', overtaken);
  await page.getByTestId('field-queue').selectOption('support');
  await page.getByTestId('rule-save').press('Enter');
  await page.getByTestId('versions').waitFor();
  expect(await page.getByTestId('version-titleEn').innerText()).toContain('Invoices on paper');
  await page.getByTestId('versions-save').press('Enter');
  await page.getByText('Saved: Invoices on paper.').waitFor();
  const merged = sent(asked, 'PUT').at(-1);
  expect(merged).toMatchObject({ version: 7, title: { en: 'Invoices on paper' } });
  expect(merged.then.queue).toBe('support');
});

test('so does who turned a rule off in the list', { timeout: 30_000 }, async () => {
  const { page, asked } = await open('/rules/mail', overtaken);
  await page.getByTestId('rule-switch').nth(1).press('Space');
  await page.getByTestId('versions-save').press('Enter');
  await page.getByText('Invoices on paper').waitFor();
  expect(sent(asked, 'PUT').at(-1)).toMatchObject({ version: 7, enabled: false });
});

test('without mails a trial says so', { timeout: 30_000 }, async () => {
  const { page } = await open('/rules/mail/new', { ...supervisor, nobody: true });
  await page.getByTestId('trial-start').press('Enter');
  await page.getByTestId('trial-none').waitFor();
});

test('a text is written in two languages, with variables and a preview', { timeout: 30_000 }, async () => {
  const { page, asked, complaints } = await open('/rules/mail');
  await page.getByTestId('tab-texts').press('Enter');
  await page.getByTestId('text-row').nth(1).waitFor();
  await page.getByTestId('text-new').press('Enter');
  await page.getByTestId('text-form').waitFor();
  await page.keyboard.type('Thanks');
  await page.keyboard.press('Tab');
  await page.keyboard.type('致谢');
  await page.getByTestId('field-purpose').selectOption('ACKNOWLEDGEMENT');
  await page.getByTestId('text-subject').fill('Re: ');
  await page.getByTestId('insert-subject').press('Enter');
  await page.getByTestId('text-body').fill('Dear ');
  await page.getByTestId('insert-name').press('Enter');
  await page.keyboard.type(',\nopen from {opens}\nthank you.');
  const preview = await page.getByTestId('text-preview').innerText();
  expect(preview).toContain('Re: Where is my parcel?');
  expect(preview).toContain('Dear Ruth Moreno,\nthank you.');
  await page.getByTestId('text-body').fill('Dear {name}');
  await page.getByTestId('add-language').selectOption('de');
  await page.getByTestId('text-subject').fill('Danke');
  await page.getByTestId('text-body').fill('Guten Tag');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Saved: Thanks').waitFor();
  expect(sent(asked, 'PUT /config/mailTemplates/thanks')).toEqual([
    {
      title: { en: 'Thanks', zh: '致谢' },
      purpose: 'ACKNOWLEDGEMENT',
      texts: {
        en: { subject: 'Re: {subject}', body: 'Dear {name}' },
        de: { subject: 'Danke', body: 'Guten Tag' },
      },
    },
  ]);
  await page.getByTestId('text-row').nth(2).waitFor();
  expect(complaints).toEqual([]);
});

test('a refused variable is said below the text in its language', { timeout: 30_000 }, async () => {
  const { page } = await open('/rules/texts/closed', noVariable);
  await page.getByTestId('text-zh').press('Enter');
  await page.getByTestId('text-body').fill('{name}');
  await page.getByTestId('text-save').press('Enter');
  await page.locator('textarea[lang=en][aria-invalid=true]').waitFor();
});

test('a removed text can be taken back', { timeout: 30_000 }, async () => {
  const { page, asked } = await open('/rules/texts');
  await page.getByTestId('text-remove').first().press('Enter');
  await page.getByText('Removed: Closed').waitFor();
  expect(await page.getByTestId('text-row').count()).toBe(1);
  await page.keyboard.press('u');
  await page.getByTestId('text-row').nth(1).waitFor();
  expect(asked).toEqual([]);
});

test('who was overtaken with a text sees both', { timeout: 30_000 }, async () => {
  const present = { ...TEXTS[0], version: 7, title: { en: 'We are closed', zh: '休息中' } };
  const scene = { ...supervisor, refusal: { status: 409, detail: 'It is at version 7 by now.', present } };
  const { page, asked } = await open('/rules/texts/closed', scene);
  await page.getByTestId('text-body').fill('Good night');
  await page.getByTestId('text-save').press('Enter');
  await page.getByTestId('versions-save').press('Enter');
  await page.getByText('Saved: We are closed').waitFor();
  const merged = sent(asked, 'PUT').at(-1);
  expect(merged).toMatchObject({ version: 7, title: { en: 'We are closed' }, texts: { en: { body: 'Good night' } } });
});
