import type { By, MailFigures, MailReport, MailReportRow } from '../../src/api/reports.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Of so many mails. */
export function figures(received: number): MailFigures {
  const contacts = Math.ceil(received * 0.7);
  const answered = Math.floor(contacts * 0.8);
  const some = Math.max(1, answered);
  return {
    volume: {
      received,
      contacts,
      joined: Math.floor(received * 0.2),
      recorded: 0,
      spam: Math.floor(received * 0.05),
      unread: 0,
      bounces: 0,
    },
    outcome: { answered, closedWithoutAnswer: contacts - answered, left: 0, open: 0, forwarded: 1 },
    firstAnswer: { count: some, sum: some * 95 * MINUTE, mean: 95 * MINUTE, median: 62 * MINUTE, p90: 230 * MINUTE },
    solution: { count: some, sum: some * 500 * MINUTE, mean: 500 * MINUTE, median: 300 * MINUTE, p90: 5_000 * MINUTE },
    serviceLevel: { share: 0.87, inTime: Math.floor(contacts * 0.87), counted: contacts },
    replies: { sent: contacts, suppressed: { NOT_A_PERSON: 31, FOLLOW_UP: 64, BUDGET: 3, NEW_REASON: 1 } },
  };
}

/** A week of a small centre, cut as asked for. */
export function mailReport(by: By): MailReport {
  const rows = rowsOf(by);
  return {
    from: '2026-03-06',
    to: '2026-03-12',
    zone: 'Europe/Berlin',
    by,
    total: figures(rows.reduce((sum, row) => sum + row.figures.volume.received, 0)),
    distribution: [15, 60, 120, 240, 480, 1_440, 4_320]
      .map(
        (minutes, at) =>
          ({ upTo: minutes * MINUTE, count: [14, 41, 38, 22, 9, 5, 3][at] ?? 0 }) as MailReport['distribution'][number],
      )
      .concat({ count: 2 }),
    rows,
  };
}

function rowsOf(by: By): MailReportRow[] {
  switch (by) {
    case 'day':
      return [62, 11, 8, 71, 66, 58, 49].map((count, at) => interval(at * DAY, DAY, count));
    case 'hour':
      return Array.from({ length: 24 }, (_, at) => interval(at * 60 * MINUTE, 60 * MINUTE, at > 6 && at < 20 ? at : 1));
    case 'hour_of_day':
      return [8, 9, 10, 11, 14, 15, 20].map((hour) => ({ key: String(hour).padStart(2, '0'), figures: figures(hour) }));
    case 'queue':
      return [
        { key: 'support', title: { en: 'Support', zh: '技术支持' }, figures: figures(201) },
        { key: 'sales', title: { en: 'Sales', zh: '销售' }, figures: figures(93) },
        { figures: { ...figures(31), serviceLevel: { inTime: 0, counted: 0 }, firstAnswer: { count: 0, sum: 0 } } },
      ];
    case 'mailbox':
      return [{ key: 'info', figures: figures(325) }];
    case 'category':
      return [{ key: 'line', title: { en: 'Line', zh: '线路' }, figures: figures(120) }, { figures: figures(205) }];
  }
}

function interval(after: number, length: number, count: number): MailReportRow {
  const from = Date.parse('2026-03-05T23:00:00Z') + after;
  return {
    from: new Date(from).toISOString(),
    until: new Date(from + length).toISOString(),
    figures: figures(count),
  };
}

export const nothing: MailReport = {
  ...mailReport('day'),
  total: figures(0),
  rows: [],
  distribution: [],
};
