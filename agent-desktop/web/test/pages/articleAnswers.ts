import type { Request } from 'playwright-core';
import * as known from './articleWorld.ts';
import type { Scene } from './browser.ts';

type Reply = { json: unknown } | { status: number; contentType: string; body: string };

/** A drawn picture, whatever its name says. */
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="96"><rect width="320" height="96" rx="12" fill="#888"/></svg>';

/** The answers about the knowledge base. */
export function articleAnswer(scene: Scene, path: string, request: Request): Reply | undefined {
  if (path.endsWith('/suggestions')) return { json: { items: scene.articleless ? [] : known.suggestions } };
  const [, kind, id, part] = path.split('/');
  if (kind !== 'articles') return undefined;
  if (request.method() !== 'GET') return changed(scene, request, id, part);
  switch (id) {
    case undefined:
      return { json: { items: scene.articleless ? [] : [known.router, known.invoice, known.offer] } };
    case 'search':
      return { json: { items: scene.articleless ? [] : known.hits } };
    case 'categories':
      return { json: { items: scene.articleless ? [] : known.categories } };
    case 'synonyms':
      return { json: { lists: scene.articleless ? [] : known.synonyms } };
    case 'reports':
      return { json: { items: scene.articleless ? [] : report(part) } };
    case 'files':
      return { status: 200, contentType: 'image/svg+xml', body: PICTURE };
    default:
      if (part === 'versions') return { json: { items: known.versions } };
      return { json: id === 'p2' ? known.invoice : known.router };
  }
}

function report(name: string | undefined): unknown[] {
  if (name === 'fruitless') return known.fruitless;
  return name === 'used' ? known.used : [known.invoice];
}

function changed(scene: Scene, request: Request, id: string | undefined, part: string | undefined): Reply | undefined {
  if (id === 'preview')
    return { json: { html: `<p>${request.postDataJSON().body.length} <strong>letters</strong></p>` } };
  if (part === 'files') return { json: { ...known.router.files[0], id: 'f3', name: 'new.png' } };
  if (part === 'uses' || id === 'searches' || request.method() === 'DELETE') return undefined;
  if (id === 'synonyms') return { json: request.postDataJSON() };
  if (id === 'categories') return { json: { ...known.categories[1], ...request.postDataJSON() } };
  if (scene.refusal !== undefined) {
    const { status } = scene.refusal;
    return { status, contentType: 'application/problem+json', body: JSON.stringify(scene.refusal) };
  }
  return { json: { ...known.router, version: known.router.version + 1 } };
}
