import { useEffect, useState } from 'preact/hooks';
import { type Case, cases } from '../api/cases.ts';
import type { RecordKind, TimelineFilter } from '../api/records.ts';
import type { Channel } from '../api/types.ts';
import { may, session } from '../app/session.ts';
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
  const [ofCase, setOfCase] = useState('');
  const known = useCases(kind, id);
  // Made once a choice: the filter must not change with the clock.
  const [from, setFrom] = useState<string>();
  const filter: TimelineFilter = {
    ...(kind === 'customers' ? { customer: id } : { organisation: id }),
    ...(channel === '' ? {} : { channel: channel as Channel }),
    ...(agent === '' ? {} : { agent }),
    ...(ofCase === '' ? {} : { case: ofCase }),
    ...(from === undefined ? {} : { from }),
  };
  const { pages, more, reload } = usePages(filter, id);
  const agents = new Map<string, string>();
  const me = session.value?.agent;
  if (me) agents.set(me.id, t('choice.me', { name: me.name }));
  for (const { agent: named } of pages.items.flatMap((contact) => contact.segments)) {
    if (named && named.id !== me?.id) agents.set(named.id, named.name);
  }
  const filtered = channel !== '' || agent !== '' || ofCase !== '' || period !== 'all';
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
        {known.length > 0 && (
          <ChoiceField
            name="case"
            label={t('timeline.case')}
            value={ofCase}
            choices={[
              { value: '', label: t('choice.all') },
              ...known.map((one) => ({ value: one.id, label: `${one.number} · ${one.subject}` })),
            ]}
            onChange={setOfCase}
          />
        )}
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

/** Those of the person or organisation that one may see; without them the timeline is still whole. */
function useCases(kind: RecordKind, id: string): readonly Case[] {
  const [found, setFound] = useState<readonly Case[]>([]);
  useEffect(() => {
    if (!may('case.read')) return;
    let here = true;
    cases.page(kind === 'customers' ? { customer: id } : { organisation: id }, undefined).then(
      (page) => here && setFound(page.items),
      () => here && setFound([]),
    );
    return () => {
      here = false;
    };
  }, [kind, id]);
  return found;
}
