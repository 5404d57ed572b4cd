import { call } from './http.ts';
import type { Instant, Titles } from './types.ts';

/** Reports, as docs/api.md describes them. Times are milliseconds. */

export interface Times {
  count: number;
  sum: number;
  mean?: number;
  median?: number;
  p90?: number;
}

export interface MailFigures {
  volume: {
    received: number;
    contacts: number;
    joined: number;
    recorded: number;
    spam: number;
    unread: number;
    bounces: number;
  };
  outcome: { answered: number; closedWithoutAnswer: number; left: number; open: number; forwarded: number };
  firstAnswer: Times;
  solution: Times;
  serviceLevel: { share?: number; inTime: number; counted: number };
  replies: { sent: number; suppressed: Record<string, number> };
}

/** `key` of a mailbox, queue, category or hour; `from` and `until` of an interval. */
export interface MailReportRow {
  key?: string;
  title?: Titles;
  from?: Instant;
  until?: Instant;
  figures: MailFigures;
}

export type By = 'mailbox' | 'queue' | 'category' | 'hour' | 'hour_of_day' | 'day';

export interface MailReport {
  /** The first day. */
  from: string;
  /** The last day, which is part of it. */
  to: string;
  zone: string;
  by: By | 'quarter';
  total: MailFigures;
  /** Times until the first answer; the last step has no end. */
  distribution: { upTo?: number; count: number }[];
  rows: MailReportRow[];
}

/** Days, as `2026-01-31`. */
export interface Days {
  from: string;
  to: string;
}

const query = (days: Days, by: By) => new URLSearchParams({ ...days, by });

export const reports = {
  mail: (days: Days, by: By) => call<MailReport>('GET', `/reports/mail?${query(days, by)}`),
  /** Where the browser fetches the table of it by itself. */
  mailTable: (days: Days, by: By) => `/api/v1/reports/mail?${query(days, by)}&format=csv`,
};
