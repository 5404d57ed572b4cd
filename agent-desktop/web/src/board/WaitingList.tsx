import { queueTitle } from '../app/session.ts';
import { board } from '../feed/picture.ts';
import { t } from '../text/text.ts';
import { WaitingItem } from './WaitingItem.tsx';

/** Who waits, in which order, and why still. */
export function WaitingList({ queue }: { queue: string | undefined }) {
  const told = board.value;
  if (told === undefined) return null;
  const rows = told.waiting.filter((row) => queue === undefined || row.queue === queue);
  const hidden = queue === undefined ? (told.waitingTotal ?? rows.length) - rows.length : 0;
  return (
    <section class="waiting" aria-labelledby="waiting-title" data-testid="waiting-list">
      <h2 id="waiting-title">
        {queue === undefined ? t('board.waitingAll') : t('board.waitingIn', { queue: queueTitle(queue) })}
      </h2>
      {rows.length === 0 ? (
        <p class="empty secondary">{t('board.nobodyWaits')}</p>
      ) : (
        <ol class="waiting-rows">
          {rows.map((row) => (
            <WaitingItem key={row.id} row={row} />
          ))}
        </ol>
      )}
      {hidden > 0 && <p class="secondary">{t('board.moreWaiting', { count: hidden })}</p>}
    </section>
  );
}
