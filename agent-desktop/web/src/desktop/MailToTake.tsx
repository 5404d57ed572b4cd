import { follow } from '../app/route.ts';
import { pulledQueues } from '../feed/picture.ts';
import { Elapsed } from '../parts/Elapsed.tsx';
import { Icon } from '../parts/Icon.tsx';
import { t } from '../text/text.ts';
import { addresses, view } from './views.ts';

/** How many mails wait to be taken, and the way to them; nothing where the agent has no such queue. */
export function MailToTake() {
  const queues = pulledQueues.value;
  if (queues.length === 0) return null;
  const waiting = queues.reduce((sum, queue) => sum + queue.waiting, 0);
  const oldest = queues.flatMap((queue) => queue.oldestSince ?? []).sort()[0];
  return (
    <section>
      <h2 id="to-take">{t('pulled.title')}</h2>
      <a
        href={addresses.pulled()}
        onClick={follow}
        class="way"
        aria-describedby="to-take"
        aria-current={view.value.is === 'pulled' ? 'page' : undefined}
        data-testid="nav-pulled"
      >
        <Icon name="mail" />
        <span>
          {waiting === 0 ? t('pulled.none') : t('pulled.waiting', { count: waiting })}
          {waiting > 0 && oldest !== undefined && (
            <span class="now-oldest">
              {t('pulled.oldest')} <Elapsed since={oldest} />
            </span>
          )}
        </span>
        <kbd aria-hidden="true">P</kbd>
      </a>
    </section>
  );
}
