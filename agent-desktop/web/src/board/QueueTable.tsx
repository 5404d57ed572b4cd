import { board } from '../feed/picture.ts';
import { t } from '../text/text.ts';
import type { Figure } from './definitions.ts';
import { FigureName } from './FigureName.tsx';
import { figuresAt, stale } from './now.ts';
import { QueueTableRow } from './QueueTableRow.tsx';
import { troubleFirst } from './trouble.ts';
import { selectedQueue } from './views.ts';

const COLUMNS: readonly Figure[] = [
  'waiting',
  'oldest',
  'serviceLevel',
  'answered',
  'abandoned',
  'wait',
  'asa',
  'lastHour',
];

/** The queues, trouble first. */
export function QueueTable({ wall }: { wall: boolean }) {
  const told = board.value;
  if (told === undefined) return null;
  const now = figuresAt.value;
  return (
    <table class={stale.value ? 'queues stale' : 'queues'} data-testid="board-queues">
      <caption class="only-read">{t('board.queues')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('board.queue')}</th>
          {COLUMNS.map((figure) => (
            <th key={figure} scope="col" class={`column-${figure}`}>
              {wall ? t(`figure.${figure}`) : <FigureName figure={figure} />}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {troubleFirst(told.queues, now).map((row) => (
          <QueueTableRow key={row.id} row={row} now={now} wall={wall} selected={selectedQueue.value === row.id} />
        ))}
        {told.queues.length === 0 && (
          <tr>
            <td colSpan={COLUMNS.length + 1} class="empty secondary">
              {t('board.noQueues')}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
