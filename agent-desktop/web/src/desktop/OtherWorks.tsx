import type { SeatWork } from '../api/types.ts';
import { follow } from '../app/route.ts';
import { queueTitle } from '../app/session.ts';
import { seat } from '../feed/picture.ts';
import { ChannelIcon } from '../parts/ChannelIcon.tsx';
import { Elapsed } from '../parts/Elapsed.tsx';
import { t } from '../text/text.ts';
import { addresses, view } from './views.ts';

/** What the agent is on beside the contact that is shown. */
export function OtherWorks() {
  const works = seat.value?.works?.filter((work) => work.interaction !== seat.value?.interaction) ?? [];
  if (works.length === 0) return null;
  return (
    <ul class="now-works" aria-label={t('now.others')}>
      {works.map((work) => (
        <li key={work.interaction} data-testid={`work-${work.interaction}`}>
          {work.channel === 'EMAIL' ? (
            <a
              class="now-item"
              href={addresses.mail(work.interaction)}
              onClick={follow}
              aria-current={isLookedAt(work.interaction) ? 'page' : undefined}
            >
              <Work work={work} />
            </a>
          ) : (
            <div class="now-item">
              <Work work={work} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function Work({ work }: { work: SeatWork }) {
  return (
    <>
      <ChannelIcon channel={work.channel} />
      <span class="now-who">{queueTitle(work.queue)}</span>
      <Elapsed since={work.since} />
      <span class="now-state">{t(`state.${work.state}`)}</span>
    </>
  );
}

function isLookedAt(interaction: string): boolean {
  const shown = view.value;
  return shown.is === 'mail' && shown.id === interaction;
}
