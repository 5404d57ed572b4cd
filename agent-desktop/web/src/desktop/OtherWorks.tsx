import { queueTitle } from '../app/session.ts';
import { seat } from '../feed/picture.ts';
import { ChannelIcon } from '../parts/ChannelIcon.tsx';
import { Elapsed } from '../parts/Elapsed.tsx';
import { t } from '../text/text.ts';

/** What the agent is on beside the contact that is shown. */
export function OtherWorks() {
  const works = seat.value?.works?.filter((work) => work.interaction !== seat.value?.interaction) ?? [];
  if (works.length === 0) return null;
  return (
    <ul class="now-works" aria-label={t('now.others')}>
      {works.map((work) => (
        <li key={work.interaction} class="now-item" data-testid={`work-${work.interaction}`}>
          <ChannelIcon channel={work.channel} />
          <span class="now-who">{queueTitle(work.queue)}</span>
          <Elapsed since={work.since} />
          <span class="now-state">{t(`state.${work.state}`)}</span>
        </li>
      ))}
    </ul>
  );
}
