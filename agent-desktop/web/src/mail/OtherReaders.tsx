import { useEffect } from 'preact/hooks';
import { feed } from '../app/workplace.ts';
import { feedState } from '../feed/feed.ts';
import { mailReaders } from '../feed/picture.ts';
import { Icon } from '../parts/Icon.tsx';
import { t } from '../text/text.ts';

interface Properties {
  interaction: string;
  thread: string;
  writes: boolean;
}

/** Colleagues who have this conversation open as well; they are told of this page likewise, until it closes. */
export function OtherReaders({ interaction, thread, writes }: Properties) {
  const opened = feed.value;
  const connected = feedState.value === 'live';
  useEffect(() => {
    if (connected) opened?.say({ type: 'reading', interaction, writes });
  }, [opened, connected, interaction, writes]);
  useEffect(() => () => opened?.say({ type: 'reading' }), [opened, interaction]);
  const others = mailReaders.value[thread] ?? [];
  return (
    <div role="status" data-testid="mail-readers">
      {others.length > 0 && (
        <ul class="mail-readers">
          {others.map(({ agent, name, writes: isWriting }) => (
            <li key={agent} class={isWriting ? 'chip tone-offered' : 'chip'} data-testid="mail-reader">
              <Icon name={isWriting ? 'pencil' : 'user'} />
              {t(isWriting ? 'mail.reader.writes' : 'mail.reader.reads', { name })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
