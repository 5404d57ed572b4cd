import type { Page } from 'playwright-core';
import { agent } from './actors.ts';
import type { Scene } from './browser.ts';
import * as known from './pulledWorld.ts';
import * as world from './world.ts';

const ready = { type: 'seat', seat: world.seats.ready };

export const TO_TAKE: Scene = agent(ready, known.told);
/** A colleague is always faster. */
export const TOO_LATE: Scene = { ...TO_TAKE, refusal: { status: 409, detail: known.TAKEN } };

const rows = (page: Page) => page.getByTestId('pulled-row').first().waitFor();

/** Mails that wait to be taken, in every state worth looking at. */
export const PULLED_SCENES: Record<string, { path: string; scene: Scene; act?: (page: Page) => Promise<void> }> = {
  'pulled-entry': { path: '/', scene: TO_TAKE },
  pulled: {
    path: '/',
    scene: TO_TAKE,
    act: async (page) => {
      await page.keyboard.press('p');
      await rows(page);
      await page.keyboard.press('j');
    },
  },
  'pulled-too-late': {
    path: '/mail/take',
    scene: TOO_LATE,
    act: async (page) => {
      await rows(page);
      await page.keyboard.press('Enter');
      await page.getByTestId('pulled-said').waitFor();
    },
  },
  'pulled-empty': {
    path: '/mail/take',
    scene: {
      ...agent(ready, { ...known.told, queues: known.queues.map(({ id, title }) => ({ id, title, waiting: 0 })) }),
      nobody: true,
    },
    act: (page) => page.locator('.empty').waitFor(),
  },
  'pulled-failed': {
    path: '/mail/take',
    scene: { ...TO_TAKE, refusal: { status: 503, detail: 'The database is away; try again in a moment.' } },
    act: (page) => page.getByRole('alert').waitFor(),
  },
};
