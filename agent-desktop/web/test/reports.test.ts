import { expect, test } from 'vitest';
import type { MailReport } from '../src/api/reports.ts';
import { distributionBars, hourBars, said, suppressedBars, topOf, volumeBars } from '../src/reports/bars.ts';
import { REPORT_FIGURES, shown } from '../src/reports/figures.ts';
import { dayOf, isOneDay, queryOf, spanOf } from '../src/reports/spans.ts';
import { lengthOf } from '../src/reports/words.ts';
import { enReports } from '../src/text/enReports.ts';
import { figures, mailReport } from './pages/reportWorld.ts';

const span = (words: string) => spanOf(new URLSearchParams(words), '2026-03-02');

test('spans end today, and are a week unless something else is asked for', () => {
  expect(span('').days).toEqual({ from: '2026-02-24', to: '2026-03-02' });
  expect(span('span=today').days).toEqual({ from: '2026-03-02', to: '2026-03-02' });
  expect(span('span=month').days).toEqual({ from: '2026-02-01', to: '2026-03-02' });
  expect(span('span=ever').name).toBe('week');
});

test('an own span comes from the address and goes back there', () => {
  const own = span('span=own&from=2026-01-01&to=soon');
  expect(own.days).toEqual({ from: '2026-01-01', to: '2026-03-02' });
  expect(queryOf(own)).toBe('?span=own&from=2026-01-01&to=2026-03-02');
  expect(queryOf(span('span=today'))).toBe('?span=today');
  expect([isOneDay(own.days), isOneDay(span('span=today').days)]).toEqual([false, true]);
});

test('today is that of the centre', () => {
  const at = Date.parse('2026-03-02T23:30:00Z');
  expect([dayOf(at, 'Europe/Berlin'), dayOf(at, 'America/New_York')]).toEqual(['2026-03-03', '2026-03-02']);
});

test('lengths are as exact as one needs', () => {
  const minute = 60_000;
  expect([900, 45_000, 12 * minute, 200 * minute, 120 * minute, 80 * 60 * minute].map(lengthOf)).toEqual([
    '1 sec',
    '45 secs',
    '12 mins',
    '3 hrs 20 mins',
    '2 hrs',
    '80 hrs',
  ]);
});

test('every hour of the day has its bar, and days have the names of their zone', () => {
  const hours = hourBars(mailReport('hour_of_day') as MailReport);
  expect(hours.length).toBe(24);
  expect(hours[9]).toEqual({ id: '09', name: '09:00', value: 9 });
  expect(hours[3]?.value).toBe(0);
  const days = volumeBars(mailReport('day') as MailReport);
  expect(days.map((bar) => bar.name).slice(0, 2)).toEqual(['6 Mar', '7 Mar']);
  expect(days.reduce((sum, bar) => sum + bar.value, 0)).toBe(mailReport('day').total.volume.received);
});

test('reasons stand in words, the most frequent first; one that is new stands as it came', () => {
  const report = mailReport('day') as MailReport;
  expect(suppressedBars(report).map((bar) => bar.id)).toEqual(['FOLLOW_UP', 'NOT_A_PERSON', 'BUDGET', 'NEW_REASON']);
  expect(suppressedBars(report).at(-1)?.name).toBe('NEW_REASON');
  expect(distributionBars(report).at(-1)?.value).toBe(2);
});

test('a picture is told in a sentence, and its scale ends at a number one can halve', () => {
  const bars = [
    { id: 'a', name: 'Mon', value: 3 },
    { id: 'b', name: 'Tue', value: 5 },
  ];
  // The texts come with the page; here the key stands for them.
  expect(said('Mails', bars)).toBe('report.picture');
  expect([0, 1, 3, 5, 7, 90, 101, 400].map(topOf)).toEqual([2, 2, 4, 6, 8, 100, 200, 400]);
});

test('every figure has a name, a definition and a value', () => {
  for (const figure of REPORT_FIGURES) {
    expect(Object.hasOwn(enReports, `reportFigure.${figure}`), figure).toBe(true);
    expect(Object.hasOwn(enReports, `reportDefinition.${figure}`), figure).toBe(true);
    expect(shown(figure, figures(12)), figure).not.toBe('');
  }
  const nothing = { ...figures(0), firstAnswer: { count: 0, sum: 0 }, serviceLevel: { inTime: 0, counted: 0 } };
  expect([shown('firstMedian', nothing), shown('serviceLevel', nothing)]).toEqual(['–', '–']);
});
