import type { Page } from 'playwright-core';
import { agent, onContact } from './actors.ts';
import { type Scene, summary } from './browser.ts';
import * as world from './world.ts';

const ready = agent({ type: 'seat', seat: world.seats.ready });
/** One who writes articles. */
export const writer: Scene = { session: world.session('SUPERVISOR'), frames: [summary] };

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
};
