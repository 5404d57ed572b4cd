import type { Page } from 'playwright-core';
import { agent } from './actors.ts';
import { type Scene, summary } from './browser.ts';
import { RULES } from './rulesWorld.ts';
import * as world from './world.ts';

export const supervisor: Scene = { session: world.session('SUPERVISOR'), frames: [summary] };

/** Somebody else has given the rule of invoices another queue meanwhile. */
export const overtaken: Scene = {
  ...supervisor,
  refusal: { status: 409, detail: 'It is at version 7 by now.', present: theirs() },
};

export const unreadable: Scene = {
  ...supervisor,
  refusal: {
    status: 422,
    detail: "Line 2, column 3: undefined field 'opne'.",
    field: 'when',
  },
};

export const noVariable: Scene = {
  ...supervisor,
  refusal: {
    status: 422,
    detail: 'There is no variable nmae in such a text; there are number, subject, name, centre.',
    field: 'texts.en',
  },
};

/** Rules and texts of mail, in every state worth looking at. */
export const RULE_SCENES: Record<string, { path: string; scene: Scene; act?: (page: Page) => Promise<void> }> = {
  'rules-list': {
    path: '/rules/mail',
    scene: supervisor,
    act: (page) => page.getByTestId('rule-title').nth(1).focus(),
  },
  'rules-empty': {
    path: '/rules/mail',
    scene: { ...supervisor, nobody: true },
    act: (page) => page.getByTestId('rules-empty').waitFor(),
  },
  'rules-not-allowed': { path: '/rules/mail', scene: agent({ type: 'seat', seat: world.seats.ready }) },
  'rules-editor': {
    path: '/rules/mail/bills',
    scene: supervisor,
    act: (page) => page.getByTestId('condition').first().waitFor(),
  },
  'rules-only-text': {
    path: '/rules/mail/night',
    scene: supervisor,
    act: (page) => page.getByTestId('only-text').waitFor(),
  },
  'rules-spam-ask': {
    path: '/rules/mail/bills',
    scene: supervisor,
    act: (page) => page.getByTestId('field-spam').click(),
  },
  'rules-unreadable': {
    path: '/rules/mail/night',
    scene: unreadable,
    act: async (page) => {
      await page.getByTestId('field-when').fill('time.weekday > 5 ||\n  time.opne');
      await page.getByTestId('rule-save').click();
      await page.getByTestId('wrong').waitFor();
    },
  },
  'rules-trial': {
    path: '/rules/mail/bills',
    scene: supervisor,
    act: async (page) => {
      await page.getByTestId('trial-start').click();
      await page.getByTestId('trial-row').nth(2).waitFor();
      await page.getByTestId('trial').scrollIntoViewIfNeeded();
    },
  },
  'rules-versions': {
    path: '/rules/mail/bills',
    scene: overtaken,
    act: async (page) => {
      await page.getByTestId('field-queue').selectOption('support');
      await page.getByTestId('rule-save').click();
      await page.getByTestId('versions').waitFor();
    },
  },
  'rules-texts': {
    path: '/rules/texts',
    scene: supervisor,
    act: (page) => page.getByTestId('text-row').first().waitFor(),
  },
  'rules-texts-empty': {
    path: '/rules/texts',
    scene: { ...supervisor, nobody: true },
    act: (page) => page.getByTestId('texts-empty').waitFor(),
  },
  'rules-text-editor': {
    path: '/rules/texts/closed',
    scene: supervisor,
    act: (page) => page.getByTestId('text-preview').scrollIntoViewIfNeeded(),
  },
  'rules-text-refused': {
    path: '/rules/texts/closed',
    scene: noVariable,
    act: async (page) => {
      await page.getByTestId('text-body').fill('Dear {nmae}');
      await page.getByTestId('text-save').click();
      await page.locator('textarea[aria-invalid=true]').waitFor();
    },
  },
};

function theirs() {
  const bills = RULES.find((rule) => rule.id === 'bills');
  return { ...bills, version: 7, title: { en: 'Invoices on paper', zh: '纸质发票' } };
}
