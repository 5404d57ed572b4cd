import type { Request } from 'playwright-core';
import type { By } from '../../src/api/reports.ts';
import type { Scene } from './browser.ts';
import { mailReport, nothing } from './reportWorld.ts';

type Reply = { json: unknown } | { status: number; contentType: string; body: string };

/** The answers about reports. */
export function reportAnswer(scene: Scene, path: string, request: Request): Reply | undefined {
  if (path !== '/reports/mail') return undefined;
  const asked = new URL(request.url()).searchParams;
  if (asked.get('format') === 'csv') return { status: 200, contentType: 'text/csv', body: 'from,received\r\n' };
  const [from, to] = [asked.get('from') ?? '', asked.get('to') ?? ''];
  if (to < from) {
    const problem = { status: 422, detail: 'The last day lies before the first; exchange them.', field: 'to' };
    return { status: 422, contentType: 'application/problem+json', body: JSON.stringify(problem) };
  }
  const report = scene.nobody ? nothing : mailReport((asked.get('by') ?? 'day') as By);
  return { json: { ...report, by: asked.get('by'), from, to } };
}
