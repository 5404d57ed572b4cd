import { mkdirSync } from 'node:fs';
import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { play, servePages, startChromium } from './browser.ts';
import { SCENES } from './scenes.ts';

/** Every scene in both themes and languages: axe-core must find nothing, and a picture is made to look at. */
const FOLDER = process.env.AHOY_SHOTS ?? '../target/shots';
const only = process.env.AHOY_SCENES?.split(',');

let browser: Browser;
let pages: Awaited<ReturnType<typeof servePages>>;

beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  browser = await startChromium();
  pages = await servePages();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await pages?.close();
});

for (const [name, { path, scene, act }] of Object.entries(SCENES)) {
  if (only && !only.includes(name)) continue;
  for (const [language, theme] of [
    ['en', 'light'],
    ['zh', 'dark'],
    ['en', 'dark'],
    ['zh', 'light'],
  ] as const) {
    test(`${name} ${language} ${theme}`, { timeout: 60_000 }, async () => {
      const context = await browser.newContext({
        viewport: name.startsWith('contact') ? { width: 480, height: 800 } : { width: 1280, height: 800 },
        colorScheme: theme,
        locale: language === 'zh' ? 'zh-CN' : 'en-GB',
        reducedMotion: 'reduce',
        bypassCSP: false,
      });
      try {
        const { page, complaints } = await play(context, scene);
        await page.goto(pages.url + path);
        await page.locator('main').first().waitFor();
        await page.waitForTimeout(250);
        await act?.(page);
        await page.waitForTimeout(150);
        await page.screenshot({ path: `${FOLDER}/${name}-${language}-${theme}.png` });
        expect(complaints).toEqual([]);
        const found = await page.evaluate(`${axe.source}; axe.run(document, { resultTypes: ['violations'] })`);
        const { violations } = found as axe.AxeResults;
        expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
      } finally {
        await context.close();
      }
    });
  }
}
