import type { Page } from 'playwright-core';
import { agent, onContact } from './actors.ts';
import type { Scene } from './browser.ts';
import { complaint, fault, waiting } from './caseWorld.ts';
import * as world from './world.ts';

const due = { type: 'cases', open: 7, nearlyOverdue: 2, overdue: 1 };
const ready = agent({ type: 'seat', seat: world.seats.ready }, due);
const supervisor = { ...ready, session: world.session('SUPERVISOR') };
supervisor.session.rights.push('case.delete');

/** Cases, in every state worth looking at. */
export const CASE_SCENES: Record<string, { path: string; scene: Scene; act?: (page: Page) => Promise<void> }> = {
  'desk-cases-beside': {
    path: '/',
    scene: { ...onContact(), attached: complaint },
    act: async (page) => {
      await page.getByTestId('belongs-to').waitFor();
      await page.getByTestId('order').first().waitFor();
    },
  },
  'desk-case-suggested': {
    path: '/',
    scene: onContact({ ...world.pop, suggestedCase: waiting }),
    act: (page) => page.getByTestId('suggested-case').waitFor(),
  },
  'desk-case': {
    path: '/cases/c1',
    scene: ready,
    act: async (page) => {
      await page.getByTestId('relation-remove').first().click();
      await page.getByTestId('undo').waitFor();
    },
  },
  'desk-case-below': {
    path: '/cases/c1',
    scene: ready,
    act: async (page) => {
      await page.getByTestId('order').first().locator('summary').click();
      await page.getByTestId('case-orders').scrollIntoViewIfNeeded();
    },
  },
  'desk-case-waiting': { path: '/cases/c3', scene: { ...ready, nobody: true } },
  'desk-case-complaint': {
    path: '/cases/c2',
    scene: {
      ...ready,
      refusal: {
        status: 422,
        detail: 'A complaint needs cause, product and remedy before it is solved; fill them in first.',
        field: 'cause',
      },
    },
    act: async (page) => {
      await page.getByTestId('move-solved').waitFor();
      await page.keyboard.press('3');
      await page.locator('[aria-invalid=true]').waitFor();
      await page.getByTestId('field-cause').scrollIntoViewIfNeeded();
    },
  },
  'desk-case-edit': {
    path: '/cases/c1',
    scene: ready,
    act: async (page) => {
      await page.getByTestId('edit').waitFor();
      await page.keyboard.press('e');
      await page.getByTestId('case-form').waitFor();
    },
  },
  'desk-case-versions': {
    path: '/cases/c1',
    scene: {
      ...ready,
      refusal: {
        status: 412,
        detail: 'Somebody changed it meanwhile.',
        present: { ...fault, version: 5, subject: 'Line is slow', category: 'device', priority: 'URGENT' },
      },
    },
    act: async (page) => {
      await page.getByTestId('edit').waitFor();
      await page.keyboard.press('e');
      await page.getByTestId('field-subject').fill('Slow line');
      await page.keyboard.press('Control+Enter');
      await page.getByTestId('versions').waitFor();
    },
  },
  'desk-case-give': { path: '/cases/c1', scene: ready, act: press('give') },
  'desk-case-merge': {
    path: '/cases/c1',
    scene: ready,
    act: async (page) => {
      await press('merge')(page);
      await page.getByTestId('find-into').fill('000131');
      await page.getByTestId('search-result').first().waitFor();
    },
  },
  'desk-case-split': { path: '/cases/c1', scene: ready, act: press('split') },
  'desk-case-delete': { path: '/cases/c1', scene: supervisor, act: press('delete') },
  'desk-case-new': { path: '/cases/new?customer=k1', scene: ready },
  'desk-cases': {
    path: '/cases?owner=mine&due=soon',
    scene: ready,
    act: async (page) => {
      await page.getByTestId('filter-name').fill('Mine, due');
      await page.getByTestId('filter-save').click();
      await page.getByTestId('columns').click();
    },
  },
  'desk-cases-none': { path: '/cases?type=fault', scene: { ...ready, nobody: true } },
  'desk-search-case': {
    path: '/',
    scene: ready,
    act: async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('000123');
      await page.getByTestId('search-result').first().waitFor();
    },
  },
};

function press(testId: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.getByTestId(testId).click();
    await page.locator('dialog[open]').waitFor();
  };
}
