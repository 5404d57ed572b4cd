import { go } from '../app/route.ts';
import { queueTitle } from '../app/session.ts';
import { addresses } from '../desktop/views.ts';
import { pulledQueues } from '../feed/picture.ts';
import { count } from '../text/format.ts';
import { t } from '../text/text.ts';

/** One queue, or all; nothing where there is only one. */
export function QueueChoice({ queue }: { queue: string | undefined }) {
  const queues = pulledQueues.value;
  if (queues.length < 2 && queue === undefined) return null;
  const all = queues.reduce((sum, one) => sum + one.waiting, 0);
  const choices = [
    { id: undefined, title: t('pulled.all'), waiting: all },
    ...queues.map(({ id, waiting }) => ({ id, title: queueTitle(id), waiting })),
  ];
  return (
    <div class="chips" role="group" aria-label={t('pulled.queues')}>
      {choices.map(({ id, title, waiting }) => (
        <button
          key={id ?? ''}
          type="button"
          class="small"
          aria-pressed={id === queue}
          data-testid="pulled-queue"
          onClick={() => go(addresses.pulled(id))}
        >
          {title} <span class="figures">{count(waiting)}</span>
        </button>
      ))}
    </div>
  );
}
