import type { MailReport } from '../api/reports.ts';
import { clockTime, count } from '../text/format.ts';
import { isKey, locale, t } from '../text/text.ts';
import { lengthOf } from './words.ts';

/** One bar of a picture, and one line of the table beside it. */
export interface Bar {
  /** Tells it from the others. */
  id: string;
  name: string;
  value: number;
}

/** Mails by day, or on a single day by hour. */
export function volumeBars(report: MailReport): Bar[] {
  const named = report.by === 'hour' ? clockTime : dayWord;
  return report.rows.map(({ from = '', figures }) => ({
    id: from,
    name: named(from, report.zone),
    value: figures.volume.received,
  }));
}

/** All 24, also those in which nothing came. */
export function hourBars(report: MailReport): Bar[] {
  const received = new Map(report.rows.map((row) => [row.key, row.figures.volume.received]));
  return Array.from({ length: 24 }, (_, hour) => {
    const id = String(hour).padStart(2, '0');
    return { id, name: `${id}:00`, value: received.get(id) ?? 0 };
  });
}

export function distributionBars({ distribution }: MailReport): Bar[] {
  return distribution.map(({ upTo, count: value }) => ({
    id: String(upTo ?? 'longer'),
    name: upTo === undefined ? t('report.longer') : t('report.upTo', { time: lengthOf(upTo) }),
    value,
  }));
}

/** The most frequent first. */
export function suppressedBars({ total }: MailReport): Bar[] {
  return Object.entries(total.replies.suppressed)
    .map(([reason, value]) => ({ id: reason, name: reasonWord(reason), value }))
    .sort((one, other) => other.value - one.value);
}

/** What a picture shows, in a sentence. */
export function said(what: string, bars: readonly Bar[]): string {
  const most = bars.reduce((best, bar) => (bar.value > best.value ? bar : best), { id: '', name: '', value: 0 });
  const sum = bars.reduce((all, bar) => all + bar.value, 0);
  return t('report.picture', { what, sum: count(sum), most: count(most.value), where: most.name });
}

/** The next of 1, 2, 4, 10, 20, 40 … that is not smaller, so that half of it is a number to read as well. */
export function topOf(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  const steps = [1, 2, 4, 6, 8, 10].map((step) => step * power);
  return Math.max(2, steps.find((step) => step >= most) ?? 10 * power);
}

function reasonWord(reason: string): string {
  const key = `reportReason.${reason}`;
  return isKey(key) ? t(key) : reason;
}

function dayWord(instant: string, zone: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return '';
  return new Intl.DateTimeFormat(locale.value, { day: 'numeric', month: 'short', timeZone: zone }).format(at);
}
