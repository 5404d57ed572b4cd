import type { FunctionComponent } from 'preact';
import { count } from '../text/format.ts';
import { t } from '../text/text.ts';
import type { Bar } from './bars.ts';

interface Properties {
  name: string;
  title: string;
  bars: readonly Bar[];
  shape: FunctionComponent<{ what: string; bars: readonly Bar[] }>;
  /** Of the first column of the table. */
  first: string;
  /** Of the second. */
  second: string;
  /** Said where all of it is nothing. */
  empty: string;
  /** Where the table is to be had as CSV. */
  csv?: string;
}

/** Bars with their table beside them. */
export function Picture({ name, title, bars, shape: Shape, first, second, empty, csv }: Properties) {
  const heading = `picture-${name}`;
  return (
    <section class="report-part" aria-labelledby={heading} data-testid={heading}>
      <div class="report-part-head">
        <h2 id={heading}>{title}</h2>
        {csv !== undefined && (
          <a class="button small" href={csv} download="" aria-label={t('report.csvOf', { what: title })}>
            {t('report.csv')}
          </a>
        )}
      </div>
      {bars.every((bar) => bar.value === 0) ? (
        <p class="secondary">{empty}</p>
      ) : (
        <div class="picture">
          <Shape what={title} bars={bars} />
          {/* It scrolls, so the keyboard must get into it. */}
          <div class="picture-table" role="region" aria-label={t('report.tableOf', { what: title })} tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{first}</th>
                  <th scope="col">{second}</th>
                </tr>
              </thead>
              <tbody>
                {bars.map((bar) => (
                  <tr key={bar.id}>
                    <th scope="row">{bar.name}</th>
                    <td class="figures">{count(bar.value)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      )}
    </section>
  );
}
