import { requests } from '../api/requests.ts';
import type { WaitingRow } from '../api/types.ts';
import { queueTitle, session } from '../app/session.ts';
import { attempt } from '../app/toasts.ts';
import { Elapsed } from '../parts/Elapsed.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Menu } from '../parts/Menu.tsx';
import { PhoneNumber } from '../parts/PhoneNumber.tsx';
import { count } from '../text/format.ts';
import { t } from '../text/text.ts';
import { figuresAt } from './now.ts';
import { whyWords } from './whyWords.ts';

/** One who waits: why still, and what a supervisor can do about it. */
export function WaitingItem({ row }: { row: WaitingRow }) {
  const others = (session.value?.queues ?? []).filter((queue) => queue.id !== row.queue);
  const scheduled = row.state === 'SCHEDULED';
  return (
    <li class="waiting-row" data-testid={`waiting-row-${row.id}`}>
      <span class="waiting-position figures">{row.position > 0 ? count(row.position) : '–'}</span>
      <span class="waiting-who">
        {row.customer && <strong>{row.customer.name}</strong>}
        <PhoneNumber value={row.from} withheld={row.withheld} />
        <span class="secondary">{queueTitle(row.queue)}</span>
      </span>
      <Elapsed since={row.arrivedAt} class="waiting-time" />
      <span class="waiting-why secondary" data-testid="why">
        {whyWords(row.why, figuresAt.value)}
      </span>
      <span class="waiting-actions">
        <button
          type="button"
          class="small"
          disabled={scheduled || row.position === 1}
          data-testid="to-front"
          onClick={() => void attempt(() => requests.toFront(row.id))}
        >
          <Icon name="first" />
          {t('board.toFront')}
        </button>
        <Menu
          label={t('board.moveTo')}
          testId="move-to-queue"
          buttonClass="small"
          end
          disabled={scheduled || others.length === 0}
          button={
            <>
              {t('board.moveTo')}
              <Icon name="down" size={12} />
            </>
          }
          items={others.map((queue) => ({
            id: `to-${queue.id}`,
            label: queueTitle(queue.id),
            run: () => void attempt(() => requests.moveToQueue(row.id, queue.id)),
          }))}
        />
      </span>
    </li>
  );
}
