import type { Page } from 'playwright-core';
import { agent } from './actors.ts';
import type { Scene } from './browser.ts';
import { wang } from './recordWorld.ts';
import * as world from './world.ts';

const ready = agent({ type: 'seat', seat: world.seats.ready });
const { customer: _customer, ...unnamed } = world.live;
const { customer: _named, ...unknown } = world.pop.interaction;

/** A call from somebody of whom only the number is known. */
function unknownCaller(candidates: readonly object[]): Scene {
  const pop = { interaction: unknown, candidates, earlier: [] };
  return {
    ...agent(
      { type: 'seat', seat: world.seats.onContact },
      { type: 'interaction', interaction: { ...unnamed, state: 'ACTIVE' }, pop },
    ),
    pop,
  };
}

/** People and organisations, in every state worth looking at. */
export const RECORD_SCENES: Record<string, { path: string; scene: Scene; act?: (page: Page) => Promise<void> }> = {
  'desk-customer': {
    path: '/customers/k1',
    scene: ready,
    act: async (page) => {
      await page.getByTestId('note-remove').first().click();
      await page.getByTestId('undo').waitFor();
    },
  },
  'desk-customer-on-call': {
    path: '/customers/k2',
    scene: agent(
      { type: 'seat', seat: world.seats.onContact },
      { type: 'interaction', interaction: { ...world.live, state: 'ACTIVE' }, pop: world.pop },
    ),
  },
  'desk-customer-edit': {
    path: '/customers/k1',
    scene: {
      ...ready,
      refusal: {
        status: 422,
        detail: 'Must be a whole number with its country, as +4930123456.',
        field: 'points.0.value',
      },
    },
    act: async (page) => {
      await edit(page);
      await page.getByTestId('field-points.0.value').fill('12');
      await page.keyboard.press('Control+Enter');
      await page.locator('[aria-invalid=true]').waitFor();
    },
  },
  'desk-customer-versions': {
    path: '/customers/k1',
    scene: {
      ...ready,
      refusal: {
        status: 412,
        detail: 'Somebody changed it meanwhile.',
        present: { ...world.customer, version: 4, name: 'Käthe Schönfeld-Braun', timeZone: 'Europe/Berlin', tags: [] },
      },
    },
    act: async (page) => {
      await edit(page);
      await page.getByTestId('field-name').fill('Käthe Braun');
      await page.getByTestId('field-givenName').fill('Katharina');
      await page.getByTestId('save').click();
      await page.getByTestId('versions').waitFor();
    },
  },
  'desk-customer-new': { path: '/customers/new?text=030+555+0123', scene: ready },
  'desk-organisation': { path: '/organisations/g1', scene: ready },
  'desk-organisation-edit': {
    path: '/organisations/g1',
    scene: ready,
    act: (page) => page.getByTestId('edit').click(),
  },
  'desk-customers': {
    path: '/customers?segment=vip',
    scene: ready,
    act: async (page) => {
      await page.getByTestId('filter-name').fill('VIP');
      await page.getByTestId('filter-save').click();
      await page.getByTestId('columns').click();
    },
  },
  'desk-customers-none': { path: '/customers', scene: { ...ready, nobody: true } },
  'desk-organisations': { path: '/organisations', scene: ready },
  'desk-candidates': { path: '/', scene: unknownCaller([world.customer, wang]) },
  'desk-unknown': { path: '/', scene: unknownCaller([]) },
  'desk-somebody-else': {
    path: '/',
    scene: unknownCaller([]),
    act: async (page) => {
      await page.keyboard.press('i');
      await page.keyboard.type('wang');
      await page.getByTestId('search-result').first().waitFor();
    },
  },
};

/** By its key, once the page is there that answers to it. */
async function edit(page: Page): Promise<void> {
  await page.getByTestId('edit').waitFor();
  await page.keyboard.press('e');
}
