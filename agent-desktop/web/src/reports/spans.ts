import type { Days } from '../api/reports.ts';

/** The spans to choose from; part of the address, so that a reload and the back button keep them. */
export const SPANS = ['today', 'week', 'month', 'own'] as const;
export type SpanName = (typeof SPANS)[number];

export interface ChosenSpan {
  name: SpanName;
  days: Days;
}

const LENGTH = { today: 1, week: 7, month: 30 } as const;
const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** @param today in the zone of the centre, as `2026-01-31` */
export function spanOf(query: URLSearchParams, today: string): ChosenSpan {
  const name = SPANS.find((one) => one === query.get('span')) ?? 'week';
  if (name !== 'own') return { name, days: { from: daysBefore(today, LENGTH[name] - 1), to: today } };
  return { name, days: { from: day(query.get('from')) ?? today, to: day(query.get('to')) ?? today } };
}

/** For the address. */
export function queryOf({ name, days }: ChosenSpan): string {
  return `?${new URLSearchParams(name === 'own' ? { span: name, ...days } : { span: name })}`;
}

export function isOneDay({ from, to }: Days): boolean {
  return from === to;
}

/** Of an instant, in a zone. */
export function dayOf(instant: number, zone: string | undefined): string {
  return new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', ...(zone ? { timeZone: zone } : {}) }).format(instant);
}

function daysBefore(today: string, count: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) - count * DAY_MS).toISOString().slice(0, 10);
}

function day(text: string | null): string | undefined {
  return text !== null && DAY.test(text) ? text : undefined;
}
