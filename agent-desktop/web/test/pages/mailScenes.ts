import type { Page } from 'playwright-core';
import { agent } from './actors.ts';
import type { Scene } from './browser.ts';
import * as known from './mailWorld.ts';
import * as world from './world.ts';

export function onMail(): Scene {
  return agent(
    { type: 'seat', seat: { ...world.seats.onContact, queue: 'support' } },
    { type: 'interaction', interaction: { ...known.live, state: 'ACTIVE' }, pop: known.pop },
  );
}

/** On nothing. */
export const NO_MAIL: Scene = agent({ type: 'seat', seat: world.seats.ready });

export function mailOffered(): Scene {
  return agent(
    { type: 'seat', seat: { ...world.seats.offered, queue: 'support' } },
    { type: 'interaction', interaction: known.live, pop: known.pop },
  );
}

/** A call came in between. */
function interrupted(): Scene {
  const mail = { interaction: 'i8', channel: 'EMAIL', queue: 'support', offer: 'o8' };
  const works = [{ ...mail, state: 'INTERRUPTED', since: world.ago(75) }];
  return agent(
    { type: 'seat', seat: { ...world.seats.onContact, works } },
    { type: 'interaction', interaction: { ...world.live, state: 'ACTIVE' }, pop: world.pop },
    { type: 'phone', interaction: 'i1', muted: false, held: false, deviceLost: false, device: 'BROWSER' },
  );
}

const ready = (page: Page) => page.locator('[data-testid=mail-reply]:enabled').waitFor();

/** Mails, in every state worth looking at. */
export const MAIL_SCENES: Record<string, { path: string; scene: Scene; act?: (page: Page) => Promise<void> }> = {
  'mail-offer': { path: '/', scene: mailOffered() },
  'mail-conversation': {
    path: '/',
    scene: onMail(),
    act: async (page) => {
      await page.getByTestId('mail-quoted').locator('summary').click();
    },
  },
  'mail-split': {
    path: '/',
    scene: onMail(),
    act: async (page) => {
      await page.locator('[data-mail=m1] > details > summary').click();
      await page.locator('[data-mail=m1]').getByTestId('mail-split').click();
      await page.getByTestId('split-mail-dialog').waitFor();
    },
  },
  'mail-joined': {
    path: '/',
    scene: onMail(),
    act: async (page) => {
      await ready(page);
      await page.keyboard.press('Shift+J');
      await page.getByTestId('join-mail-other').first().click();
      await page.getByTestId('mail-move').waitFor();
    },
  },
  'mail-join': {
    path: '/',
    scene: onMail(),
    act: async (page) => {
      await ready(page);
      await page.keyboard.press('Shift+J');
      await page.getByTestId('join-mail-other').first().waitFor();
    },
  },
  'mail-new': {
    path: '/mail/n1',
    scene: NO_MAIL,
    act: async (page) => {
      await page.getByTestId('mail-subject').fill('Your glove');
      await page.getByTestId('mail-writing').focus();
      await page.keyboard.type('We found it.');
      await page.locator('[data-testid=mail-kept][data-kept=kept]').waitFor();
    },
  },
  'mail-older': {
    path: '/',
    scene: onMail(),
    act: async (page) => {
      await page.locator('[data-mail=m4] > details > summary').click();
      await page.getByTestId('mail-again').waitFor();
    },
  },
  'mail-html': {
    path: '/',
    scene: onMail(),
    act: async (page) => {
      await page.getByTestId('mail-as-html').click();
      await page.getByTestId('mail-frame').scrollIntoViewIfNeeded();
    },
  },
  'mail-editor': {
    path: '/',
    scene: onMail(),
    act: async (page) => {
      await ready(page);
      await page.keyboard.press('Shift+R');
      await page
        .getByTestId('mail-attach-files')
        .setInputFiles([
          { name: 'Anleitung für den Router.txt', mimeType: 'text/plain', buffer: Buffer.from('Restart it.') },
        ]);
      await page.getByTestId('mail-attached').waitFor();
      await page.locator('[data-testid=mail-kept][data-kept=kept]').waitFor();
    },
  },
  'mail-canned': {
    path: '/',
    scene: onMail(),
    act: async (page) => {
      await ready(page);
      await page.keyboard.press('r');
      await page.keyboard.type('/');
      await page.getByTestId('canned').waitFor();
    },
  },
  'mail-rich': {
    path: '/',
    scene: onMail(),
    act: async (page) => {
      await ready(page);
      await page.keyboard.press('r');
      await page.getByTestId('mail-to-rich').click();
      await page.locator('.ProseMirror').waitFor();
      await page.keyboard.type('Dear Käthe, it is ');
      await page.keyboard.press('Control+b');
      await page.keyboard.type('green');
      await page.keyboard.press('Control+k');
      await page.getByTestId('mail-link-to').fill('nowhere');
      await page.keyboard.press('Enter');
    },
  },
  'mail-to-plain': {
    path: '/',
    scene: onMail(),
    act: async (page) => {
      await ready(page);
      await page.keyboard.press('r');
      await page.getByTestId('mail-to-rich').click();
      await page.locator('.ProseMirror').waitFor();
      await page.keyboard.press('Control+b');
      await page.keyboard.type('green');
      await page.getByTestId('mail-to-plain').click();
      await page.getByTestId('mail-to-plain-dialog').waitFor();
    },
  },
  'mail-put-off': {
    path: '/',
    scene: onMail(),
    act: async (page) => {
      await ready(page);
      await page.keyboard.press('Shift+L');
      await page.getByTestId('follow-up-dialog').waitFor();
    },
  },
  'mail-comes-back': {
    path: '/',
    scene: onMail(),
    act: async (page) => {
      await ready(page);
      await page.keyboard.press('Shift+L');
      await page.getByTestId('follow-up-note').fill('ask the supplier');
      await page.keyboard.press('Enter');
      await page.getByTestId('follow-up-dialog').waitFor({ state: 'detached' });
      await page.reload();
      await page.getByTestId('follow-up').waitFor();
    },
  },
  'mail-wrong-address': {
    path: '/',
    scene: onMail(),
    act: async (page) => {
      await ready(page);
      await page.keyboard.press('Shift+F');
      await page.getByTestId('mail-to').fill('bo, anna@example.org');
      await page.getByTestId('mail-send').click();
      await page.getByTestId('mail-to-wrong').waitFor();
    },
  },
  'mail-two': {
    path: '/',
    scene: {
      ...onMail(),
      refusal: { status: 409, detail: 'The draft was changed elsewhere; look at it again before you send it.' },
    },
    act: async (page) => {
      await ready(page);
      await page.keyboard.press('r');
      await page.getByTestId('mail-writing').press('Control+Enter');
      await page.getByTestId('mail-two').waitFor();
      await page.getByTestId('mail-two').scrollIntoViewIfNeeded();
    },
  },
  'mail-answered': {
    path: '/',
    scene: {
      ...onMail(),
      frames: [...(onMail().frames ?? []), known.readers],
      refusal: {
        status: 409,
        detail: 'This was answered by Bo at 10:02; read it first. Then send yours anyway, or discard it.',
        present: { by: 'a2', name: 'Bo', at: world.ago(60) },
      },
    },
    act: async (page) => {
      await ready(page);
      await page.getByTestId('mail-reader').first().waitFor();
      await page.keyboard.press('r');
      await page.getByTestId('mail-writing').press('Control+Enter');
      await page.getByTestId('mail-anyway').waitFor();
    },
  },
  'mail-undo': {
    path: '/',
    scene: onMail(),
    act: async (page) => {
      await ready(page);
      await page.keyboard.press('r');
      await page.keyboard.type('We look at it today.');
      await page.keyboard.press('Control+Enter');
      await page.getByTestId('mail-undo').waitFor();
      await page.getByTestId('mail-undo').scrollIntoViewIfNeeded();
    },
  },
  'mail-transfer': {
    path: '/',
    scene: onMail(),
    act: async (page) => {
      await ready(page);
      await page.keyboard.press('t');
      await page.getByTestId('transfer-dialog').waitFor();
    },
  },
  'mail-interrupted': {
    path: '/mail/i8',
    scene: interrupted(),
    act: (page) => page.getByTestId('mail-page').getByTestId('mail-text').waitFor(),
  },
  'try-mail': {
    path: '/try-mail',
    scene: {},
    act: async (page) => {
      await page.getByTestId('try-answer').click();
    },
  },
  'try-mail-none': { path: '/try-mail', scene: { voice: false } },
};
