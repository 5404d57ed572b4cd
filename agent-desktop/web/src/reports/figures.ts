import type { MailFigures } from '../api/reports.ts';
import { count, percent } from '../text/format.ts';
import { lengthOf } from './words.ts';

/** The figures of a report; each has a name and a definition in the message files. */
export const REPORT_FIGURES = [
  'received',
  'contacts',
  'answered',
  'closedWithoutAnswer',
  'left',
  'open',
  'forwarded',
  'serviceLevel',
  'firstMedian',
  'firstP90',
  'firstMean',
  'solutionMedian',
  'solutionP90',
  'solutionMean',
  'sent',
  'suppressed',
  'spam',
  'bounces',
] as const;

export type ReportFigure = (typeof REPORT_FIGURES)[number];

/** Those that a table of parts has room for. */
export const PART_FIGURES = [
  'received',
  'contacts',
  'answered',
  'closedWithoutAnswer',
  'left',
  'open',
  'serviceLevel',
  'firstMedian',
  'firstP90',
  'solutionMedian',
] as const satisfies readonly ReportFigure[];

const UNKNOWN = '–';

/** As it is shown; a dash where nothing is known yet. */
export function shown(figure: ReportFigure, figures: MailFigures): string {
  const { volume, outcome, firstAnswer, solution, serviceLevel, replies } = figures;
  switch (figure) {
    case 'received':
    case 'contacts':
    case 'spam':
    case 'bounces':
      return count(volume[figure]);
    case 'answered':
    case 'closedWithoutAnswer':
    case 'left':
    case 'open':
    case 'forwarded':
      return count(outcome[figure]);
    case 'serviceLevel':
      return serviceLevel.share === undefined ? UNKNOWN : percent(serviceLevel.share);
    case 'firstMedian':
      return length(firstAnswer.median);
    case 'firstP90':
      return length(firstAnswer.p90);
    case 'firstMean':
      return length(firstAnswer.mean);
    case 'solutionMedian':
      return length(solution.median);
    case 'solutionP90':
      return length(solution.p90);
    case 'solutionMean':
      return length(solution.mean);
    case 'sent':
      return count(replies.sent);
    case 'suppressed':
      return count(Object.values(replies.suppressed).reduce((sum, one) => sum + one, 0));
  }
}

function length(ms: number | undefined): string {
  return ms === undefined ? UNKNOWN : lengthOf(ms);
}
