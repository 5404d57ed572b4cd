import type { Page } from 'playwright-core';
import { agent, onContact } from './actors.ts';
import { router } from './articleWorld.ts';
import { type Scene, summary } from './browser.ts';
import * as world from './world.ts';

const ready = agent({ type: 'seat', seat: world.seats.ready });
/** One who writes articles. */
export const writer: Scene = { session: world.session('SUPERVISOR'), frames: [summary] };

/** One who writes, while somebody else saves first. */
export const overtaken: Scene = {
  ...writer,
  refusal: {
    status: 412,
    detail: 'Somebody changed it meanwhile.',
    present: {
      ...router,
      version: 4,
      audience: 'INTERNAL',
      texts: router.texts.map((one) => (one.language === 'en' ? { ...one, title: 'Router: begin again' } : one)),
    },
  },
};

/** The knowledge base, in every state worth looking at. */
export const ARTICLE_SCENES: Record<string, { path: string; scene: Scene; act?: (page: Page) => Promise<void> }> = {
  'desk-beside': {
    path: '/',
    scene: onContact(),
    act: (page) => page.getByTestId('suggestion').last().scrollIntoViewIfNeeded(),
  },
  'desk-beside-search': {
    path: '/',
    scene: onContact(),
    act: async (page) => {
      await page.getByTestId('beside-search').fill('router');
      await page.getByTestId('beside-hit').first().waitFor();
      await page.getByTestId('beside-hit').last().scrollIntoViewIfNeeded();
    },
  },
  'desk-reader': {
    path: '/',
    scene: onContact(),
    act: async (page) => {
      await page.getByTestId('suggestion').nth(1).getByRole('button').click();
      await page.getByTestId('language-en').click();
    },
  },
  'desk-articles': { path: '/articles', scene: ready },
  'desk-articles-none': { path: '/articles?q=submarine', scene: { ...ready, articleless: true } },
  'desk-articles-found': {
    path: '/articles',
    scene: writer,
    act: async (page) => {
      await page.getByTestId('article-search').fill('router');
      await page.getByTestId('article-hit').first().waitFor();
    },
  },
  'desk-article': { path: '/articles/p1', scene: ready },
  'desk-article-versions': {
    path: '/articles/p1?language=en',
    scene: writer,
    act: async (page) => {
      await page.getByTestId('versions-of').locator('summary').first().click();
      await page.getByTestId('version').locator('summary').click();
      await page.getByTestId('bring-back').scrollIntoViewIfNeeded();
    },
  },
  'desk-article-edit': {
    path: '/articles/p1/edit',
    scene: writer,
    act: async (page) => {
      await page.getByTestId('text-en').click();
      await page.getByTestId('preview').locator('strong').waitFor();
    },
  },
  'desk-article-refused': {
    path: '/articles/p1/edit',
    scene: {
      ...writer,
      refusal: {
        status: 422,
        detail: 'A text needs a title, by which it is found and listed.',
        field: 'texts.en.title',
      },
    },
    act: async (page) => {
      await page.getByTestId('text-en').click();
      await page.getByTestId('field-texts.en.title').fill('');
      await page.getByTestId('text-de').click();
      await page.keyboard.press('Control+Enter');
      await page.locator('[aria-invalid=true]').waitFor();
    },
  },
  'desk-article-new': {
    path: '/articles/new?title=submarine',
    scene: writer,
    act: async (page) => {
      await page.getByTestId('field-body').fill('# Under water');
      await page.keyboard.press('Control+Enter');
      await page.locator('[aria-invalid=true]').waitFor();
    },
  },
  'desk-article-conflict': { path: '/articles/p1/edit', scene: overtaken, act: conflict },
  'desk-articles-tend': { path: '/articles/tend', scene: writer },
  'desk-articles-tend-words': {
    path: '/articles/tend',
    scene: writer,
    act: async (page) => {
      await page.getByTestId('category-edit').nth(1).click();
      await page.getByTestId('category-save').scrollIntoViewIfNeeded();
    },
  },
  'desk-articles-tend-none': { path: '/articles/tend', scene: { ...writer, articleless: true } },
};

/** Writes a title while somebody else does. */
export async function conflict(page: Page): Promise<void> {
  await page.getByTestId('text-en').click();
  await page.getByTestId('field-texts.en.title').fill('Start the router anew');
  await page.getByTestId('field-texts.en.summary').fill('Helps nearly always.');
  await page.getByTestId('save').click();
  await page.getByTestId('versions').waitFor();
}
