import { useState } from 'preact/hooks';
import type { RecordKind, TimelineFilter } from '../api/records.ts';
import type { Channel } from '../api/types.ts';
import { session } from '../app/session.ts';
import { ContactList } from '../desktop/ContactList.tsx';
import { usePages } from '../desktop/pages.ts';
import { serverNow } from '../feed/clock.ts';
import { t } from '../text/text.ts';
import { ChoiceField } from './choices.tsx';
import { type Period, since } from './period.ts';

const CHANNELS: readonly Channel[] = ['VOICE', 'EMAIL', 'FAX', 'CHAT', 'CALLBACK'];
const PERIODS: readonly Period[] = ['all', 'week', 'month', 'year'];

/** Everything that passed between us and a person, or all people of an organisation. */
export function RecordTimeline({ kind, id }: { kind: RecordKind; id: string }) {
  const [channel, setChannel] = useState('');
  const [period, setPeriod] = useState<Period>('all');
  const [agent, setAgent] = useState('');
  // Made once a choice: the filter must not change with the clock.
  const [from, setFrom] = useState<string>();
  const filter: TimelineFilter = {
    ...(kind === 'customers' ? { customer: id } : { organisation: id }),
    ...(channel === '' ? {} : { channel: channel as Channel }),
    ...(agent === '' ? {} : { agent }),
    ...(from === undefined ? {} : { from }),
  };
  const { pages, more, reload } = usePages(filter, id);
  const agents = new Map<string, string>();
  const me = session.value?.agent;
  if (me) agents.set(me.id, t('choice.me', { name: me.name }));
  for (const { agent: named } of pages.items.flatMap((contact) => contact.segments)) {
    if (named && named.id !== me?.id) agents.set(named.id, named.name);
  }
  const filtered = channel !== '' || agent !== '' || period !== 'all';
  return (
    <section class="record-part" aria-labelledby="record-timeline-title" data-testid="record-timeline">
      <h2 id="record-timeline-title">{t('customer.contacts')}</h2>
      <div class="filters" role="group" aria-label={t('list.filters')}>
        <ChoiceField
          name="channel"
          label={t('timeline.channel')}
          value={channel}
          choices={[
            { value: '', label: t('choice.all') },
            ...CHANNELS.map((one) => ({ value: one, label: t(`channel.${one}`) })),
          ]}
          onChange={setChannel}
        />
        <ChoiceField
          name="period"
          label={t('timeline.period')}
          value={period}
          choices={PERIODS.map((one) => ({ value: one, label: t(`period.${one}`) }))}
          onChange={(chosen) => {
            setPeriod(chosen as Period);
            setFrom(since(chosen as Period, serverNow()));
          }}
        />
        <ChoiceField
          name="agent"
          label={t('timeline.agent')}
          value={agent}
          choices={[{ value: '', label: t('choice.all') }, ...[...agents].map(([value, label]) => ({ value, label }))]}
          onChange={setAgent}
        />
      </div>
      <ContactList
        pages={pages}
        more={more}
        reload={reload}
        empty={t(filtered ? 'timeline.nothing' : 'customer.noEarlier')}
        showCustomer={kind === 'organisations'}
      />
    </section>
  );
}
