import type { Page, Request } from 'playwright-core';
import type { Rule, Template } from '../../src/api/rules.ts';
import type { Scene } from './browser.ts';
import { ago } from './clockOfWorld.ts';
import { RULES, TEXTS, TRIALS } from './rulesWorld.ts';

type Reply = { json: unknown } | { status: number; contentType: string; body: string };

type Kept = Record<string, (Rule | Template)[]>;

/** What a page has saved stays so. */
const keptFor = new WeakMap<Page, Kept>();

/** The answers about rules and texts of mail. */
export function ruleAnswer(scene: Scene, path: string, request: Request): Reply | undefined {
  if (path === '/mailboxes') return { json: [{ mailbox: 'info' }, { mailbox: 'support' }] };
  if (path === '/config/history') return { json: { items: [{ at: ago(90), by: { id: 'a2', name: 'Bo' } }] } };
  if (path === '/mail-rules/dry-run') {
    const { skip, limit } = request.postDataJSON();
    return { json: { items: scene.nobody ? [] : TRIALS.slice(skip, skip + limit) } };
  }
  const [, config, kind = '', id] = path.split('/');
  const page = request.frame().page();
  const kept: Kept =
    keptFor.get(page) ??
    (scene.nobody ? { mailRules: [], mailTemplates: [] } : { mailRules: RULES, mailTemplates: TEXTS });
  keptFor.set(page, kept);
  const present = kept[kind];
  if (config !== 'config' || present === undefined) return undefined;
  if (request.method() === 'GET') return { json: present };
  const others = present.filter((one) => one.id !== id);
  if (request.method() === 'DELETE') {
    kept[kind] = others;
    return undefined;
  }
  if (scene.refusal !== undefined && !isAfter(scene.refusal.present, request)) {
    const { status } = scene.refusal;
    return { status, contentType: 'application/problem+json', body: JSON.stringify(scene.refusal) };
  }
  const sent = request.postDataJSON();
  const saved = { ...sent, id, version: (sent.version ?? 0) + 1 };
  kept[kind] = [...others, saved];
  return { json: saved };
}

/** Whoever has seen the present version may change it. */
function isAfter(present: object | undefined, request: Request): boolean {
  return present !== undefined && (present as Rule).version === request.postDataJSON().version;
}
