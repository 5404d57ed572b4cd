import type { QueueRow } from '../api/types.ts';
import { queueTitle } from '../app/session.ts';
import { Icon } from '../parts/Icon.tsx';
import { count, elapsed } from '../text/format.ts';
import { t } from '../text/text.ts';
import { LevelBar } from './LevelBar.tsx';
import { Sparkline } from './Sparkline.tsx';
import { grade, oldestMs } from './trouble.ts';
import { selectQueue } from './views.ts';
import { waitCause, waitWords } from './waitWords.ts';

interface Properties {
  row: QueueRow;
  now: number;
  wall: boolean;
  selected: boolean;
}

export function QueueTableRow({ row, now, wall, selected }: Properties) {
  const how = grade(row, now);
  const oldest = oldestMs(row, now);
  const cause = row.estimate === undefined ? '' : waitCause(row.estimate);
  const name = queueTitle(row.id);
  return (
    <tr
      class={selected ? `queue grade-${how} selected` : `queue grade-${how}`}
      data-testid={`board-queue-${row.id}`}
      data-grade={how}
    >
      <th scope="row">
        {wall ? (
          name
        ) : (
          <button
            type="button"
            class="queue-open"
            aria-expanded={selected}
            data-testid={`board-queue-open-${row.id}`}
            onClick={() => selectQueue(selected ? undefined : row.id)}
          >
            <span class={selected ? 'turn open' : 'turn'}>
              <Icon name="down" size={12} />
            </span>
            {name}
          </button>
        )}
        {how === 'trouble' && (
          <span class="grade">
            <Icon name="warning" size={14} />
            <span class="only-read">{t('board.trouble')}</span>
          </span>
        )}
      </th>
      <td class="figures strong" data-figure="waiting">
        {count(row.waiting)}
      </td>
      <td class={oldest > row.threshold ? 'figures late' : 'figures'} data-figure="oldest">
        {row.waiting > 0 ? elapsed(oldest) : '–'}
      </td>
      <td data-figure="serviceLevel">
        <LevelBar level={row.serviceLevel} target={row.serviceLevelTarget} />
      </td>
      <td class="figures" data-figure="answered">
        {count(row.answered)}
      </td>
      <td class="figures" data-figure="abandoned">
        {count(row.abandoned)}
      </td>
      <td class="figures" data-figure="wait">
        {row.estimate === undefined ? '–' : waitWords(row.estimate)}
        {cause !== '' && <span class="wait-cause secondary">{cause}</span>}
      </td>
      <td class="figures" data-figure="asa">
        {row.asa === undefined ? '–' : elapsed(row.asa)}
      </td>
      <td data-figure="lastHour">
        <Sparkline minutes={row.lastHour} threshold={row.threshold} />
      </td>
    </tr>
  );
}
