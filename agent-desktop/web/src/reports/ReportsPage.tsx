import './texts.ts';
import '../look/records.css';
import './reports.css';
import { type Days, type MailReport, reports } from '../api/reports.ts';
import { query } from '../app/route.ts';
import { may, zone } from '../app/session.ts';
import { useAnswer } from '../articles/useAnswer.ts';
import { serverNow } from '../feed/clock.ts';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { date } from '../text/format.ts';
import { t } from '../text/text.ts';
import { distributionBars, hourBars, suppressedBars, volumeBars } from './bars.ts';
import { Columns } from './Columns.tsx';
import { REPORT_FIGURES, shown } from './figures.ts';
import { Lanes } from './Lanes.tsx';
import { Parts } from './Parts.tsx';
import { Picture } from './Picture.tsx';
import { ReportFigureName } from './ReportFigureName.tsx';
import { SpanChooser } from './SpanChooser.tsx';
import { dayOf, isOneDay, spanOf } from './spans.ts';

/** What became of the mails of some days. */
export function ReportsPage() {
  const chosen = spanOf(query.value, dayOf(serverNow(), zone.value));
  return (
    <div class="report-page" data-testid="report-page">
      <h1>{t('report.title')}</h1>
      {may('report.read') ? (
        <>
          <SpanChooser chosen={chosen} />
          <Report days={chosen.days} />
        </>
      ) : (
        <Refusal text={t('report.notAllowed')} />
      )}
    </div>
  );
}

function Report({ days }: { days: Days }) {
  const by = isOneDay(days) ? 'hour' : 'day';
  const { answer, problem, again } = useAnswer(JSON.stringify(days), () => reports.mail(days, by));
  if (problem !== undefined) return <Refusal text={problem} again={again} />;
  if (answer === undefined) return <Skeleton lines={8} />;
  return (
    <>
      <p class="secondary">
        {t('report.days', { from: written(answer.from), to: written(answer.to), zone: answer.zone })}
      </p>
      {answer.total.volume.received === 0 ? (
        <p data-testid="report-empty">{t('report.empty')}</p>
      ) : (
        <Told report={answer} />
      )}
    </>
  );
}

/** A day is the same everywhere; only its instants have a zone. */
const written = (day: string) => date(`${day}T12:00:00Z`, 'UTC');

function Told({ report }: { report: MailReport }) {
  const days = { from: report.from, to: report.to };
  const hourly = report.by === 'hour';
  return (
    <>
      <section class="report-figures" aria-label={t('report.figures')} data-testid="report-figures">
        {REPORT_FIGURES.map((figure) => (
          <div key={figure} class="report-figure">
            <ReportFigureName figure={figure} />
            <span class="total-value figures" data-figure={figure}>
              {shown(figure, report.total)}
            </span>
          </div>
        ))}
      </section>
      <Picture
        name="volume"
        title={t('report.volume')}
        bars={volumeBars(report)}
        shape={Columns}
        first={t(hourly ? 'report.hour' : 'report.day')}
        second={t('reportFigure.received')}
        empty={t('report.empty')}
        csv={reports.mailTable(days, hourly ? 'hour' : 'day')}
      />
      {!hourly && <HoursPicture days={days} />}
      <Picture
        name="distribution"
        title={t('report.distribution')}
        bars={distributionBars(report)}
        shape={Columns}
        first={t('report.within')}
        second={t('report.contacts')}
        empty={t('report.noAnswers')}
      />
      <Picture
        name="suppressed"
        title={t('report.suppressed')}
        bars={suppressedBars(report)}
        shape={Lanes}
        first={t('report.reason')}
        second={t('report.times')}
        empty={t('report.noSuppressed')}
      />
      <Parts days={days} />
    </>
  );
}

/** Of all the days together. */
function HoursPicture({ days }: { days: Days }) {
  const { answer, problem, again } = useAnswer(JSON.stringify(days), () => reports.mail(days, 'hour_of_day'));
  if (problem !== undefined) return <Refusal text={problem} again={again} />;
  if (answer === undefined) return <Skeleton lines={3} />;
  return (
    <Picture
      name="hours"
      title={t('report.hours')}
      bars={hourBars(answer)}
      shape={Columns}
      first={t('report.hour')}
      second={t('reportFigure.received')}
      empty={t('report.empty')}
      csv={reports.mailTable(days, 'hour_of_day')}
    />
  );
}
