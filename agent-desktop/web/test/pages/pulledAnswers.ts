import type { Page, Request } from 'playwright-core';
import type { PulledMail } from '../../src/api/pulled.ts';
import type { Scene } from './browser.ts';
import * as known from './pulledWorld.ts';

type Reply = { json: unknown } | { status: number; contentType: string; body: string };

/** What has been taken while a page is open. */
const left = new WeakMap<Page, readonly PulledMail[]>();

/** Takes it away from a page, as a colleague does. */
export function takeFrom(page: Page, id: string): void {
  left.set(
    page,
    leftFor(page).filter((mail) => mail.id !== id),
  );
}

/** The answers about mails that wait to be taken. */
export function pulledAnswer(scene: Scene, path: string, request: Request): Reply | undefined {
  const page = request.frame().page();
  const [, , id, part] = path.split('/');
  if (path === '/pulled') {
    if (scene.refusal?.status === 503) return refused(scene.refusal);
    const queue = new URL(request.url()).searchParams.get('queue');
    const items = leftFor(page, scene).filter((mail) => queue === null || mail.queue === queue);
    return { json: { items } };
  }
  if (part !== 'take') return undefined;
  takeFrom(page, id ?? '');
  return scene.refusal === undefined ? undefined : refused(scene.refusal);
}

function leftFor(page: Page, scene: Scene = {}): readonly PulledMail[] {
  return scene.nobody ? [] : (left.get(page) ?? known.mails);
}

const refused = (refusal: NonNullable<Scene['refusal']>): Reply => ({
  status: refusal.status,
  contentType: 'application/problem+json',
  body: JSON.stringify(refusal),
});
