import type { Request } from 'playwright-core';
import type { Reply, Scene } from './browser.ts';
import { colleagues, complaint, fault, orders, products, relations, waiting } from './caseWorld.ts';
import * as world from './world.ts';

/** The answers about cases, products and orders. */
export function caseAnswer(scene: Scene, path: string, request: Request): Reply | undefined {
  const [, kind, id, part] = path.split('/');
  const reading = request.method() === 'GET';
  if (kind === 'agents') return { body: { items: colleagues } };
  if (kind === 'products') return { body: { items: products } };
  if (kind === 'orders') return { body: { items: scene.nobody ? [] : orders } };
  if (kind === 'interactions' && part === 'case') return attachedAnswer(scene, request);
  if (kind !== 'cases') return undefined;
  if (part === 'relations' && reading) return { body: { items: scene.nobody ? [] : relations } };
  if (part === 'interactions') return { body: { items: scene.nobody ? [] : world.contacts } };
  if (part === 'notes' || part === 'relations') return undefined;
  if (!reading && scene.refusal !== undefined) {
    const { status } = scene.refusal;
    return { refused: { status, contentType: 'application/problem+json', body: JSON.stringify(scene.refusal) } };
  }
  if (id === undefined) {
    if (!reading) return { body: { ...complaint, id: 'c9', number: 'C-2026-000140', ...request.postDataJSON() } };
    const ofOne = new URL(request.url()).searchParams.has('customer');
    return { body: scene.nobody ? { items: [] } : { items: ofOne ? [fault, complaint] : CASES, next: 'c3' } };
  }
  const one = CASES.find((known) => known.id === id) ?? complaint;
  if (request.method() === 'DELETE') return undefined;
  return { body: reading ? one : { ...one, version: one.version + 1, ...movedBy(part, request) } };
}

export const CASES = [fault, complaint, waiting];

function attachedAnswer(scene: Scene, request: Request): Reply | undefined {
  if (request.method() === 'GET') return scene.attached === undefined ? undefined : { body: scene.attached };
  const { serviceCase } = request.postDataJSON() as { serviceCase?: string };
  return serviceCase === undefined ? undefined : { body: CASES.find((one) => one.id === serviceCase) ?? complaint };
}

function movedBy(part: string | undefined, request: Request): object {
  if (part === 'state') return { state: request.postDataJSON().state };
  if (part === 'owner') {
    const owner = colleagues.find((one) => one.id === request.postDataJSON().owner);
    return owner === undefined ? {} : { owner };
  }
  return {};
}
