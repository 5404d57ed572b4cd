import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { play, type Scene, servePages, startChromium } from './browser.ts';
import { mailOffered, NO_MAIL, onMail } from './mailScenes.ts';
import * as known from './mailWorld.ts';
import * as world from './world.ts';

/** What agents do with mails, by keyboard alone; and what customers do who try it out. */

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

async function openMail(scene = onMail()) {
  const stage = await open('/', scene);
  await stage.page.getByTestId('mail-text').waitFor();
  await stage.page.locator('[data-testid=mail-reply]:enabled').waitFor();
  return stage;
}

const saved = (page: Page) => page.locator('[data-testid=mail-kept][data-kept=kept]').waitFor();

test('a mail is accepted in the page, and shown', { timeout: 30_000 }, async () => {
  const { page, asked, tell } = await open('/', mailOffered());
  await page.getByTestId('accept').waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => asked).toContain('POST /offers/o1/accept');
  tell({ type: 'seat', seat: { ...world.seats.onContact, queue: 'support' } });
  tell({ type: 'interaction', interaction: { ...known.live, state: 'ACTIVE' }, pop: known.pop });
  await page.getByTestId('thread').waitFor();
  expect(await page.getByTestId('contact-subject').innerText()).toBe('Line is slow since Monday');
  expect(await page.getByTestId('mail-item').count()).toBe(5);
  expect(await page.getByTestId('mute').count()).toBe(0);
  expect(asked.filter((one) => one.includes('reattach'))).toEqual([]);
});

test('an answer survives a reload, is sent, taken back and sent again', { timeout: 30_000 }, async () => {
  const { page, asked } = await openMail();
  await page.keyboard.press('r');
  await page.keyboard.type('We look at it today.');
  await saved(page);
  await page.reload();
  const area = page.getByTestId('mail-writing');
  await area.waitFor();
  expect(await area.inputValue()).toMatch(
    /^We look at it today\.\n\n-- \nAnna Berg\nAhoy Support\n\nOn .*wrote:\n> The lamps are green now/,
  );
  expect(await page.getByTestId('mail-to').inputValue()).toBe('Käthe Schönfeld <kaethe.schoenfeld@example.org>');
  await area.press('Control+Enter');
  await page.getByTestId('mail-undo').waitFor();
  expect(asked.at(-1)).toBe('POST /interactions/i1/mail/send {"version":1}');
  await page.getByTestId('mail-undo').press('Enter');
  await area.waitFor();
  expect(await area.inputValue()).toContain('We look at it today.');
  await area.press('Control+Enter');
  await page.getByTestId('mail-undo').waitFor();
  await page.getByTestId('mail-undo').press('Shift+X');
  await expect.poll(() => asked).toContain('POST /interactions/i1/end');
});

test('a mail to a customer is begun on his page, survives a reload, and is sent', { timeout: 30_000 }, async () => {
  const { page, asked, complaints } = await open('/customers/k2', NO_MAIL);
  await page.getByTestId('write-mail').press('Enter');
  const area = page.getByTestId('mail-writing');
  await area.waitFor();
  expect(new URL(page.url()).pathname).toBe('/mail/n1');
  expect(await page.locator('h1').innerText()).toBe('New mail to 王芳');
  expect(await page.getByTestId('mail-to').inputValue()).toBe('fang@wang.example');
  expect(await area.inputValue()).toBe('\n\n-- \nAnna Berg\nAhoy Support');
  await page.getByTestId('mail-from').focus();
  await page.getByTestId('mail-from').selectOption('sales');
  await expect.poll(() => area.inputValue()).toBe('\n\n-- \nAnna Berg\nAhoy Sales');
  await page.getByTestId('mail-subject').fill('Your glove');
  await area.focus();
  await page.keyboard.type('We found it.');
  await saved(page);
  await page.reload();
  await area.waitFor();
  expect(await area.inputValue()).toMatch(/^We found it\./);
  expect(await page.getByTestId('mail-from').inputValue()).toBe('sales');
  await area.press('Control+Enter');
  await page.getByTestId('mail-undo').waitFor();
  expect(asked.findLast((one) => one.startsWith('PUT /interactions/n1/mail/draft'))).toContain('"mailbox":"sales"');
  expect(asked.at(-1)).toMatch(/^POST \/interactions\/n1\/mail\/send /);
  expect(await page.getByTestId('mail-editor').count()).toBe(0);
  await page.getByTestId('mail-undo').press('Enter');
  await area.waitFor();
  expect(await area.inputValue()).toMatch(/^We found it\./);
  await page.getByTestId('mail-drop').press('Enter');
  await expect.poll(() => new URL(page.url()).pathname).toBe('/customers/k2');
  expect(complaints).toEqual([]);
});

test('a conversation is put off, and ends for now', { timeout: 30_000 }, async () => {
  const { page, asked } = await openMail();
  await page.keyboard.press('Shift+L');
  await page.getByTestId('follow-up-week').click();
  await page.getByTestId('follow-up-note').fill('ask the supplier');
  await page.keyboard.press('Enter');
  await page.getByTestId('follow-up-dialog').waitFor({ state: 'detached' });
  expect(asked.find((one) => one.startsWith('PUT '))).toMatch(
    /^PUT \/interactions\/i1\/mail\/follow-up .*T\d\d:00:00.*ask the supplier/,
  );
  await expect.poll(() => asked.some((one) => one.startsWith('POST ') && one.endsWith('/end'))).toBe(true);
});

test('a mail that is another matter is split, and put back', { timeout: 30_000 }, async () => {
  const { page, asked, complaints } = await openMail();
  await page.keyboard.press('Shift+M');
  await page.getByTestId('split-mail-mine').press('Space');
  await page.getByTestId('split-mail-do').press('Enter');
  await page.getByTestId('split-mail-dialog').waitFor({ state: 'detached' });
  expect(asked).toContain('POST /interactions/i1/mail/split {"mail":"m5","later":false,"mine":true}');
  await page.getByTestId('mail-move').waitFor();
  expect(await page.getByTestId('mail-move').innerText()).toContain('a conversation of its own');
  expect(await page.getByTestId('mail-item').count()).toBe(4);
  await page.getByTestId('mail-move-undo').press('Enter');
  await page.getByTestId('mail-move').waitFor({ state: 'detached' });
  expect(asked).toContain('POST /interactions/i1/mail/undo {"move":"v1"}');
  expect(await page.getByTestId('mail-item').count()).toBe(5);
  expect(complaints).toEqual([]);
});

test('a mail is split with what came after it', { timeout: 30_000 }, async () => {
  const { page, asked } = await openMail();
  await page.locator('[data-mail=m1] > details > summary').click();
  await page.locator('[data-mail=m1]').getByTestId('mail-split').press('Enter');
  await page.getByTestId('split-mail-later').press('Space');
  await page.getByTestId('split-mail-do').press('Enter');
  await expect.poll(() => asked).toContain('POST /interactions/i1/mail/split {"mail":"m1","later":true,"mine":false}');
});

test('another conversation is joined, unless somebody has it', { timeout: 30_000 }, async () => {
  const { page, asked, complaints } = await openMail();
  await page.keyboard.press('Shift+J');
  await expect.poll(() => page.getByTestId('join-mail-other').allInnerTexts()).toHaveLength(3);
  expect(await page.getByTestId('join-mail-other').nth(1).isDisabled()).toBe(true);
  expect(await page.getByTestId('join-mail-other').nth(1).innerText()).toContain('with Bo Chen');
  // Also where what can be done came after the dialog.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-testid')))
    .toBe('join-mail-other');
  await page.keyboard.press('Enter');
  await page.getByTestId('join-mail-dialog').waitFor({ state: 'detached' });
  expect(asked).toContain('POST /interactions/i1/mail/join {"other":"i21"}');
  await page.getByTestId('mail-move').waitFor();
  await page.keyboard.press('u');
  await page.getByTestId('mail-move').waitFor({ state: 'detached' });
  expect(asked).toContain('POST /interactions/i1/mail/undo {"move":"v2"}');
  expect(complaints).toEqual([]);
});

test('what is forwarded takes its files along', { timeout: 30_000 }, async () => {
  const { page } = await openMail();
  await page.keyboard.press('Shift+F');
  await expect.poll(() => page.getByTestId('mail-attached').allInnerTexts()).toHaveLength(2);
  expect(await page.getByTestId('mail-subject').inputValue()).toBe('Fwd: Line is slow since Monday');
  await page.getByTestId('mail-writing').press('Control+Enter');
  await page.getByTestId('mail-to-wrong').waitFor();
  expect(await page.evaluate('document.activeElement?.id')).toBe('mail-to');
});

test('an article is put where the answer is being written', { timeout: 30_000 }, async () => {
  const { page } = await openMail();
  await page.keyboard.press('r');
  await page.keyboard.type('Dear Käthe, ');
  await page.getByTestId('suggestion').first().locator('button').press('Enter');
  await page.getByTestId('insert-text').press('Enter');
  const written = await page.getByTestId('mail-writing').inputValue();
  expect(written).toMatch(/^Dear Käthe, \S/);
  expect(written.indexOf('wrote:')).toBeGreaterThan(20);
});

test('a canned answer is found by its shortcut, and put in its place', { timeout: 30_000 }, async () => {
  const { page, complaints } = await openMail();
  await page.keyboard.press('r');
  await page.keyboard.type('/');
  await expect.poll(() => page.getByTestId('canned-item').count()).toBe(3);
  await page.keyboard.type('te');
  await expect.poll(() => page.getByTestId('canned-item').allInnerTexts()).toHaveLength(1);
  await page.keyboard.press('Escape');
  await page.getByTestId('canned').waitFor({ state: 'detached' });
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('/');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByTestId('canned').waitFor({ state: 'detached' });
  await page.keyboard.type(' 10/12');
  const area = page.getByTestId('mail-writing');
  expect(await area.inputValue()).toMatch(/^Green is well, red is not\. 10\/12\n\n-- \nAnna Berg/);
  expect(await page.getByTestId('canned').count()).toBe(0);
  await page.getByTestId('mail-canned').press('Enter');
  await page.keyboard.type('hel');
  await page.keyboard.press('Enter');
  expect(await area.inputValue()).toContain('10/12 Dear Käthe Schönfeld,\n');
  expect(complaints).toEqual([]);
});

test('the signature is put in once, and another in its place', { timeout: 30_000 }, async () => {
  const { page } = await openMail();
  await page.keyboard.press('r');
  await page.keyboard.type('Yes.');
  await saved(page);
  await page.reload();
  const area = page.getByTestId('mail-writing');
  await area.waitFor();
  expect((await area.inputValue()).split('Anna Berg')).toHaveLength(2);
  await page.getByTestId('mail-signature').press('Enter');
  await page.locator('[role^=menuitem]:focus').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => area.inputValue()).toMatch(/^Yes\.\n\n-- \nAnna\n\nOn /);
  await page.getByTestId('mail-signature').press('Enter');
  await page.locator('[role^=menuitem]:focus').waitFor();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect.poll(() => area.inputValue()).not.toContain('Anna');
});

test('an answer is written with formatting, survives a reload, and goes back to plain text', {
  timeout: 30_000,
}, async () => {
  const { page, asked, complaints } = await openMail();
  await page.keyboard.press('r');
  await page.keyboard.type('Dear Käthe,');
  await page.getByTestId('mail-to-rich').press('Enter');
  const rich = page.locator('.ProseMirror');
  await rich.waitFor();
  await expect.poll(() => rich.locator('blockquote').innerText()).toContain('The lamps are green now');
  // Nothing is lost yet, so nothing is asked.
  await page.getByTestId('mail-to-plain').press('Enter');
  const area = page.getByTestId('mail-writing');
  await area.waitFor();
  expect(await area.inputValue()).toMatch(/^Dear Käthe,\n\n-- \nAnna Berg\nAhoy Support\n\nOn .*wrote:\n> The lamps/);
  await page.getByTestId('mail-to-rich').press('Enter');
  await rich.waitFor();
  await rich.press('Control+Home');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('today');
  await page.keyboard.press('Control+b');
  await page.keyboard.type(' /lam');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+k');
  await page.getByTestId('mail-link-to').fill('ahoy.example/lamps');
  await page.keyboard.press('Enter');
  await saved(page);
  await page.reload();
  await rich.waitFor();
  expect(await rich.innerHTML()).toContain(
    '<strong>today</strong> Green is well, red is not.<a href="https://ahoy.example/lamps">https://ahoy.example/lamps</a>',
  );
  expect((await rich.innerText()).split('Anna Berg')).toHaveLength(2);
  await page.getByTestId('mail-to-plain').press('Enter');
  await page.getByTestId('mail-stay-rich').press('Enter');
  await rich.press('Control+Enter');
  await page.getByTestId('mail-undo').waitFor();
  const kept = asked.findLast((one) => one.startsWith('PUT')) ?? '';
  expect(JSON.parse(kept.slice(kept.indexOf('{'))).html).toContain('<p>-- <br>Anna Berg<br>Ahoy Support</p>');
  expect(complaints).toEqual([]);
});

test('what is pasted keeps its words, and only such formatting as a mail has', { timeout: 30_000 }, async () => {
  const { page, complaints } = await openMail();
  await page.keyboard.press('r');
  await page.getByTestId('mail-to-rich').press('Enter');
  const rich = page.locator('.ProseMirror');
  await rich.waitFor();
  await rich.press('Control+Home');
  await page.evaluate(`{
    const data = new DataTransfer();
    data.setData('text/html', '<h1 style="color:red">Title</h1><p onclick="x()"><span style="font-weight:700">bold</span> <a href="javascript:x()">here</a><img src="https://evil.example/1.gif"></p><ul><li>one</ul>');
    document.querySelector('.ProseMirror').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }`);
  await expect.poll(() => rich.innerText()).toContain('one');
  const html = await rich.innerHTML();
  expect(html).toContain('<strong>bold</strong> here');
  expect(html).toMatch(/^<p>Title<\/p>/);
  expect(html).not.toMatch(/javascript|evil|onclick|style=|<h1/);
  await rich.press('Control+z');
  await expect.poll(() => rich.innerText()).not.toContain('Title');
  expect(complaints).toEqual([]);
});

test('who else reads is shown, and forgotten when the server says so', { timeout: 30_000 }, async () => {
  const { page, tell } = await openMail();
  tell(known.readers);
  await expect
    .poll(() => page.getByTestId('mail-reader').allInnerTexts())
    .toEqual(['Bo Lindqvist is writing an answer', 'Sara Marsh has this open, too']);
  tell({ ...known.readers, readers: [] });
  await page.getByTestId('mail-reader').first().waitFor({ state: 'detached' });
});

test('the HTML of a mail stands in a frame in which nothing runs', { timeout: 30_000 }, async () => {
  const { page, complaints } = await openMail();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.getByTestId('mail-as-html').press('Enter');
  const frame = page.getByTestId('mail-frame');
  await frame.contentFrame().getByText('2 Mbit/s').waitFor();
  expect(await frame.getAttribute('sandbox')).not.toMatch(/scripts|same-origin/);
  await page.getByTestId('mail-remote').press('Enter');
  await expect.poll(() => asked.at(-1)).toContain('/mails/m5/page?remote=true');
  expect(complaints).toEqual([]);
});

test('what the server says of a mail comes in the language of the page', { timeout: 30_000 }, async () => {
  await context.addInitScript("localStorage.setItem('ahoy.language', 'zh')");
  const { page } = await openMail();
  const remarks = await page.getByTestId('mail-remark').allInnerTexts();
  expect(remarks.join('\n')).toContain('签名相符，但签名者（kaethe@old.example）不是发件人。');
  expect(remarks.join('\n')).toContain('第 3 部分自称“application/pdf”');
});

test('somebody writes as a customer, and answers what came back', { timeout: 30_000 }, async () => {
  const { page, asked } = await open('/try-mail', {});
  await page.getByTestId('try-subject').fill('Where is my parcel?');
  await page.getByTestId('try-text').fill('It should have come on Monday.');
  await page.getByTestId('try-send').press('Enter');
  await expect.poll(() => page.getByTestId('try-said').innerText()).toContain('Sent');
  await page.getByTestId('try-answer').press('Enter');
  await page.keyboard.type('Thank you!');
  await page.getByTestId('try-send').press('Enter');
  await expect.poll(() => asked).toHaveLength(2);
  const mails = asked.map((one) => JSON.parse(one.slice('POST /try-mail '.length)));
  expect(mails[0]).toMatchObject({ from: 'kaethe@customer.example', to: 'support@ahoy.example' });
  expect(mails[0]).not.toHaveProperty('inReplyTo');
  expect(mails[1]).toMatchObject({ inReplyTo: '<1@ahoy.example>', subject: expect.stringMatching(/^Re: We have/) });
});
