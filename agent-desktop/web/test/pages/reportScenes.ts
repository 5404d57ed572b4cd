import type { Page } from 'playwright-core';
import { agent } from './actors.ts';
import { type Scene, summary } from './browser.ts';
import * as world from './world.ts';

const supervisor: Scene = { session: world.session('SUPERVISOR'), frames: [summary] };

/** Reports, in every state worth looking at. */
export const REPORT_SCENES: Record<string, { path: string; scene: Scene; act?: (page: Page) => Promise<void> }> = {
  'report-week': {
    path: '/reports/mail',
    scene: supervisor,
    act: async (page) => {
      await page.getByTestId('picture-volume').waitFor();
      await page.getByTestId('report-figure-firstMedian').focus();
    },
  },
  'report-pictures': {
    path: '/reports/mail',
    scene: supervisor,
    act: (page) => page.getByTestId('picture-distribution').scrollIntoViewIfNeeded(),
  },
  'report-parts': {
    path: '/reports/mail?span=month',
    scene: supervisor,
    act: async (page) => {
      await page.getByTestId('part-row').first().waitFor();
      await page.getByTestId('report-parts').scrollIntoViewIfNeeded();
    },
  },
  'report-own': {
    path: '/reports/mail?span=own&from=2026-03-12&to=2026-03-12',
    scene: supervisor,
    act: (page) => page.getByTestId('picture-volume').waitFor(),
  },
  'report-empty': {
    path: '/reports/mail?span=today',
    scene: { ...supervisor, nobody: true },
    act: (page) => page.getByTestId('report-empty').waitFor(),
  },
  'report-refused-span': {
    path: '/reports/mail?span=own&from=2026-03-12&to=2026-03-11',
    scene: supervisor,
    act: (page) => page.getByRole('alert').waitFor(),
  },
  'report-not-allowed': { path: '/reports/mail', scene: agent({ type: 'seat', seat: world.seats.ready }) },
};
