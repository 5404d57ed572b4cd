import { useState } from 'preact/hooks';
import { type By, type Days, type MailReportRow, reports } from '../api/reports.ts';
import { useAnswer } from '../articles/useAnswer.ts';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { ChoiceField } from '../records/choices.tsx';
import { t, title } from '../text/text.ts';
import { PART_FIGURES, shown } from './figures.ts';

const PARTS = ['queue', 'mailbox', 'category'] as const satisfies readonly By[];

/** The same figures for each queue, mailbox or category. */
export function Parts({ days }: { days: Days }) {
  const [by, setBy] = useState<(typeof PARTS)[number]>('queue');
  const { answer, problem, again } = useAnswer(JSON.stringify([days, by]), () => reports.mail(days, by));
  return (
    <section class="report-part" aria-labelledby="report-parts" data-testid="report-parts">
      <div class="report-part-head">
        <h2 id="report-parts">{t('report.rows')}</h2>
        <ChoiceField
          name="by"
          label={t('report.by')}
          value={by}
          choices={PARTS.map((one) => ({ value: one, label: t(`report.by.${one}`) }))}
          onChange={(value) => setBy(PARTS.find((one) => one === value) ?? 'queue')}
        />
        <a
          class="button small"
          href={reports.mailTable(days, by)}
          download=""
          aria-label={t('report.csvOf', { what: t(`report.by.${by}`) })}
          data-testid="parts-csv"
        >
          {t('report.csv')}
        </a>
      </div>
      {problem !== undefined && <Refusal text={problem} again={again} />}
      {answer === undefined && problem === undefined && <Skeleton lines={3} />}
      {answer && <PartTable first={t(`report.by.${by}`)} rows={answer.rows} />}
    </section>
  );
}

function PartTable({ first, rows }: { first: string; rows: readonly MailReportRow[] }) {
  return (
    // It scrolls, so the keyboard must get into it.
    <div class="table-scroll" role="region" aria-label={t('report.tableOf', { what: first })} tabIndex={0}>
      <table class="records">
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {PART_FIGURES.map((figure) => (
              <th key={figure} scope="col" class="figures">
                {t(`reportFigure.${figure}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key ?? ''} data-testid="part-row">
              <th scope="row">{title(row.title, row.key ?? t('report.noneSuch'))}</th>
              {PART_FIGURES.map((figure) => (
                <td key={figure} class="figures">
                  {shown(figure, row.figures)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
