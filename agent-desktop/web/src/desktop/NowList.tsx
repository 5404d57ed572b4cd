import type { RecordKind } from '../api/records.ts';
import { follow } from '../app/route.ts';
import { may, queueTitle, session } from '../app/session.ts';
import { live, seat, waiting } from '../feed/picture.ts';
import { ChannelIcon } from '../parts/ChannelIcon.tsx';
import { Elapsed } from '../parts/Elapsed.tsx';
import { Icon } from '../parts/Icon.tsx';
import { PhoneNumber } from '../parts/PhoneNumber.tsx';
import { toneOf } from '../parts/StateIcon.tsx';
import { count } from '../text/format.ts';
import { t } from '../text/text.ts';
import { MailToTake } from './MailToTake.tsx';
import { NextCases } from './NextCases.tsx';
import { OtherWorks } from './OtherWorks.tsx';
import { StateOfContact } from './StateOfContact.tsx';
import type { View } from './viewOf.ts';
import { addresses, view } from './views.ts';

const KINDS = [
  { kind: 'customers', icon: 'user', key: 'C', right: 'customer.read' },
  { kind: 'organisations', icon: 'building', key: 'O', right: 'organisation.read' },
] as const;

const IN_CASES: ReadonlySet<View['is']> = new Set(['case', 'cases', 'newCase']);

/** What the agent is on, what waits for him and his colleagues, and the way to his contacts. */
export function NowList() {
  return (
    <nav class="now" aria-label={t('now.label')}>
      <section>
        <h2>{t('now.title')}</h2>
        <Now />
        <OtherWorks />
      </section>
      <MailToTake />
      {may('case.read') && <NextCases />}
      <section>
        <h2>{t('now.waiting')}</h2>
        <ul class="now-queues">
          {(session.value?.queues ?? []).map((queue) => {
            const size = waiting.value[queue.id] ?? 0;
            return (
              <li key={queue.id} class={size > 0 ? 'some' : 'none'} data-testid={`waiting-${queue.id}`}>
                <span>{queueTitle(queue.id)}</span>
                <span class="figures">{count(size)}</span>
              </li>
            );
          })}
        </ul>
      </section>
      <section class="now-ways">
        <a
          href={addresses.contacts}
          onClick={follow}
          class="way"
          aria-current={view.value.is === 'contacts' ? 'page' : undefined}
          data-testid="nav-contacts"
        >
          <Icon name="list" />
          {t('nav.contacts')}
          <kbd aria-hidden="true">L</kbd>
        </a>
        {KINDS.filter((one) => may(one.right)).map(({ kind, icon, key }) => (
          <a
            key={kind}
            href={addresses.records(kind)}
            onClick={follow}
            class="way"
            aria-current={isIn(kind) ? 'page' : undefined}
            data-testid={`nav-${kind}`}
          >
            <Icon name={icon} />
            {t(`records.${kind}`)}
            <kbd aria-hidden="true">{key}</kbd>
          </a>
        ))}
        {may('case.read') && (
          <a
            href={addresses.cases()}
            onClick={follow}
            class="way"
            aria-current={IN_CASES.has(view.value.is) ? 'page' : undefined}
            data-testid="nav-cases"
          >
            <Icon name="case" />
            {t('records.cases')}
            <kbd aria-hidden="true">S</kbd>
          </a>
        )}
        {may('article.read') && (
          <a
            href={addresses.articles}
            onClick={follow}
            class="way"
            aria-current={view.value.is === 'articles' ? 'page' : undefined}
            data-testid="nav-articles"
          >
            <Icon name="book" />
            {t('articles.title')}
            <kbd aria-hidden="true">A</kbd>
          </a>
        )}
        {may('report.read') && (
          <a
            href={addresses.reports}
            onClick={follow}
            class="way"
            aria-current={view.value.is === 'reports' ? 'page' : undefined}
            data-testid="nav-reports"
          >
            <Icon name="board" />
            {t('nav.reports')}
          </a>
        )}
        {may('configuration.change') && (
          <a
            href={addresses.rules}
            onClick={follow}
            class="way"
            aria-current={view.value.is === 'rules' ? 'page' : undefined}
            data-testid="nav-rules"
          >
            <Icon name="mail" />
            {t('nav.rules')}
          </a>
        )}
      </section>
    </nav>
  );
}

function isIn(kind: RecordKind): boolean {
  const shown = view.value;
  return 'kind' in shown && shown.kind === kind;
}

function Now() {
  const now = seat.value;
  const contact = live.value;
  const current = view.value.is === 'work' ? 'page' : undefined;
  if (now === undefined || contact === undefined || now.interaction === undefined) {
    return (
      <a href={addresses.work} onClick={follow} class="now-item none" aria-current={current} data-testid="nav-work">
        {t('now.nothing')}
      </a>
    );
  }
  return (
    <a
      href={addresses.work}
      onClick={follow}
      class={`now-item tone-${toneOf(now.state)}`}
      aria-current={current}
      data-testid="nav-work"
    >
      <ChannelIcon channel={contact.channel} />
      <span class="now-who">
        {contact.customer?.name ?? <PhoneNumber value={contact.from} withheld={contact.withheld} />}
      </span>
      <Elapsed since={now.since} />
      <span class="now-state">
        <StateOfContact now={now} contact={contact} />
      </span>
    </a>
  );
}
