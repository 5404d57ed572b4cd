import type { Page } from 'playwright-core';
import { agent, onContact } from './actors.ts';
import { ARTICLE_SCENES } from './articleScenes.ts';
import { type Scene, summary } from './browser.ts';
import { CASE_SCENES } from './caseScenes.ts';
import { MAIL_SCENES } from './mailScenes.ts';
import { PULLED_SCENES } from './pulledScenes.ts';
import { RECORD_SCENES } from './recordScenes.ts';
import { REPORT_SCENES } from './reportScenes.ts';
import { RULE_SCENES } from './rulesScenes.ts';
import * as world from './world.ts';

/** Every page in every state worth looking at. */
export const SCENES: Record<string, { path: string; scene: Scene; act?: (page: Page) => Promise<void> }> = {
  'sign-in': { path: '/', scene: {} },
  'desk-fresh': { path: '/', scene: agent({ type: 'seat', seat: world.seats.fresh }) },
  'desk-empty': { path: '/history', scene: { ...agent({ type: 'seat', seat: world.seats.ready }), contacts: [] } },
  'desk-ready': { path: '/', scene: agent({ type: 'seat', seat: world.seats.ready }) },
  'desk-history': {
    path: '/history',
    scene: agent({ type: 'seat', seat: world.seats.ready }),
    act: async (page) => {
      await page.getByTestId('history-row').first().locator('summary').click();
    },
  },
  'desk-state-menu': {
    path: '/',
    scene: agent({ type: 'seat', seat: world.seats.ready }),
    act: (page) => page.getByTestId('state-button').click(),
  },
  'desk-offer': {
    path: '/',
    scene: agent(
      { type: 'seat', seat: world.seats.offered },
      { type: 'interaction', interaction: world.live, pop: world.pop },
    ),
  },
  'desk-contact': {
    path: '/',
    scene: onContact(),
    act: (page) => page.getByTestId('note').fill('Asks about the invoice of March.'),
  },
  'desk-hold': { path: '/', scene: onHold(), act: (page) => page.locator('.customer summary').first().click() },
  'desk-transfer': { path: '/', scene: onContact(), act: transferRefused },
  'desk-help': { path: '/', scene: onContact(), act: (page) => page.keyboard.press('?') },
  'desk-phone': { path: '/', scene: onContact(), act: (page) => page.getByTestId('phone-health').click() },
  'desk-wrap-up': {
    path: '/',
    scene: agent(
      { type: 'seat', seat: world.seats.wrapUp },
      { type: 'interaction', interaction: { ...world.live, state: 'WRAP_UP' }, pop: world.pop },
    ),
  },
  'desk-self-test': {
    path: '/',
    scene: { ...agent({ type: 'seat', seat: world.seats.fresh }), phoneless: true },
    act: async (page) => {
      await page.getByTestId('become-ready').click();
      await page.getByTestId('self-test').waitFor();
    },
  },
  'desk-search': {
    path: '/',
    scene: agent({ type: 'seat', seat: world.seats.ready }),
    act: async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('schön');
      await page.getByTestId('search-result').first().waitFor();
    },
  },
  'desk-search-none': {
    path: '/',
    scene: { ...agent({ type: 'seat', seat: world.seats.ready }), nobody: true },
    act: async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('030 555 0123');
      await page.getByTestId('search-create-customers').waitFor();
    },
  },
  ...RECORD_SCENES,
  ...CASE_SCENES,
  ...ARTICLE_SCENES,
  ...MAIL_SCENES,
  ...PULLED_SCENES,
  ...REPORT_SCENES,
  ...RULE_SCENES,
  'desk-seatless': { path: '/', scene: { session: world.session('SUPERVISOR'), frames: [summary] } },
  board: { path: '/board', scene: { session: world.session('SUPERVISOR'), frames: [summary] } },
  'board-queue': {
    path: '/board/support',
    scene: { session: world.session('SUPERVISOR'), frames: [summary] },
    act: async (page) => {
      await page.locator('.hour-chart canvas').waitFor();
      await page.getByTestId('figure-serviceLevel').last().hover();
    },
  },
  'board-sign-out': {
    path: '/board',
    scene: { session: world.session('SUPERVISOR'), frames: [summary] },
    act: async (page) => {
      await page.getByTestId('seat-a2').locator('button').click();
      await page.getByTestId('seat-sign-out').click();
    },
  },
  'board-seat': {
    path: '/board',
    scene: { session: world.session('SUPERVISOR'), frames: [summary] },
    act: (page) => page.getByTestId('seat-a2').locator('button').click(),
  },
  'board-wall': { path: '/board?wall', scene: { session: world.session('SUPERVISOR'), frames: [summary] } },
  'board-refused': { path: '/board', scene: agent({ type: 'seat', seat: world.seats.ready }) },
  contact: { path: '/contact', scene: {} },
  'contact-no-voice': { path: '/contact', scene: { voice: false } },
};

function onHold(): Scene {
  const heldSince = world.ago(6);
  const held = { ...world.live, state: 'ACTIVE', held: true, heldSince };
  return agent(
    { type: 'seat', seat: world.seats.onContact },
    { type: 'interaction', interaction: held, pop: world.pop },
    { type: 'phone', interaction: 'i1', muted: false, held: true, heldSince, deviceLost: false, device: 'BROWSER' },
  );
}

async function transferRefused(page: Page): Promise<void> {
  await page.keyboard.press('t');
  await page.getByTestId('transfer-number').fill('1');
  await page.getByTestId('transfer-submit').click();
  await page.getByTestId('transfer-problem').waitFor();
}
