import { useState } from 'preact/hooks';
import { queueTitle, zone } from '../app/session.ts';
import { board } from '../feed/picture.ts';
import { Icon } from '../parts/Icon.tsx';
import { clockTime, count, elapsed } from '../text/format.ts';
import { t } from '../text/text.ts';
import { FigureName } from './FigureName.tsx';
import { HourChart } from './HourChart.tsx';
import { selectQueue } from './views.ts';
import { estimatesWords } from './waitWords.ts';

/** A queue's last hour, as a chart or as the table behind it. */
export function QueueDetail({ id }: { id: string }) {
  const [asTable, setAsTable] = useState(false);
  const row = board.value?.queues.find((one) => one.id === id);
  if (row === undefined) return null;
  return (
    <section class="queue-detail" aria-labelledby="queue-detail-title" data-testid={`queue-detail-${id}`}>
      <header>
        <h2 id="queue-detail-title">{t('board.hourOf', { queue: queueTitle(id) })}</h2>
        <button type="button" class="small" onClick={() => setAsTable(!asTable)}>
          <Icon name={asTable ? 'board' : 'table'} />
          {asTable ? t('board.asChart') : t('board.asTable')}
        </button>
        <button
          type="button"
          class="quiet square"
          aria-label={t('action.close')}
          onClick={() => selectQueue(undefined)}
        >
          <Icon name="close" />
        </button>
      </header>
      <dl class="detail-figures">
        <div>
          <dt>
            <FigureName figure="offered" />
          </dt>
          <dd class="figures">{count(row.offered)}</dd>
        </div>
        <div>
          <dt>
            <FigureName figure="longest" />
          </dt>
          <dd class="figures">{elapsed(row.longest)}</dd>
        </div>
        <div>
          <dt>
            <FigureName figure="ready" />
          </dt>
          <dd class="figures">{count(row.ready)}</dd>
        </div>
        <div>
          <dt>
            <FigureName figure="busy" />
          </dt>
          <dd class="figures">{count(row.busy)}</dd>
        </div>
        <div>
          <dt>
            <FigureName figure="estimates" />
          </dt>
          <dd class="figures" data-figure="estimates">
            {estimatesWords(row.estimates)}
          </dd>
        </div>
      </dl>
      {asTable ? (
        <div class="hour-table" tabIndex={0} role="region" aria-label={t('board.hourOf', { queue: queueTitle(id) })}>
          <table class="plain">
            <thead>
              <tr>
                <th scope="col">{t('chart.minute')}</th>
                <th scope="col">{t('figure.answered')}</th>
                <th scope="col">{t('figure.abandoned')}</th>
                <th scope="col">{t('figure.longest')}</th>
              </tr>
            </thead>
            <tbody>
              {[...row.lastHour].reverse().map((minute) => (
                <tr key={minute.at}>
                  <td class="figures">{clockTime(minute.at, zone.value)}</td>
                  <td class="figures">{count(minute.answered)}</td>
                  <td class="figures">{count(minute.abandoned)}</td>
                  <td class="figures">{minute.maxWait > 0 ? elapsed(minute.maxWait) : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <HourChart minutes={row.lastHour} threshold={row.threshold} />
      )}
    </section>
  );
}
