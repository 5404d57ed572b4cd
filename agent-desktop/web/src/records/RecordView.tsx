import type { RecordKind } from '../api/records.ts';
import type { Consent } from '../api/types.ts';
import { follow } from '../app/route.ts';
import { zone } from '../app/session.ts';
import { addresses } from '../desktop/views.ts';
import { WriteMail } from '../desktop/WriteMail.tsx';
import { seconds } from '../feed/clock.ts';
import { Icon } from '../parts/Icon.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { SegmentChip } from '../parts/SegmentChip.tsx';
import { clockTime, date, languageName } from '../text/format.ts';
import { t } from '../text/text.ts';
import { addressLines } from './addressLines.ts';
import { type Entry, within } from './form.ts';
import { PointList } from './PointList.tsx';

interface Properties {
  kind: RecordKind;
  record: Entry;
  onEdit?: () => void;
}

/** Everything in a record, to read. */
export function RecordView({ kind, record, onEdit }: Properties) {
  const person = 'consents' in record ? record : undefined;
  return (
    <section class="card record" data-testid="record">
      <header class="record-head">
        <h1 data-testid="record-name">{record.name}</h1>
        {person && <WriteMail customer={person} />}
        {onEdit && (
          <button type="button" data-testid="edit" onClick={onEdit}>
            <Icon name="pencil" />
            {t('action.edit')}
            <Kbd>E</Kbd>
          </button>
        )}
      </header>
      <p class="chips">
        <SegmentChip segment={record.segment} />
        {record.tags.map((tag) => (
          <span key={tag} class="chip" data-testid="tag">
            {tag}
          </span>
        ))}
        <span class="secondary">{t(`record.since.${kind}`, { date: date(record.since, zone.value) })}</span>
      </p>
      <PointList points={record.points} customer={person?.id} />
      <dl class="facts">
        {person && <Fact name={t('record.givenName')} value={person.givenName} />}
        {person && <Fact name={t('record.familyName')} value={person.familyName} />}
        {person && <Fact name={t('record.reading')} value={person.reading} />}
        <Belongs kind={kind} record={record} />
        <Fact name={t('record.owner')} value={record.owner?.name} />
        {'consents' in record && (
          <Fact
            name={t('record.neverOffered')}
            value={record.neverOffered?.map((agent) => agent.name).join(', ') || undefined}
          />
        )}
        <Fact name={t('record.language')} value={record.language && languageName(record.language)} />
        {record.timeZone !== undefined && (
          <div>
            <dt>{t('record.timeZone')}</dt>
            <dd>{t('record.localTime', { time: clockTime(seconds.value, record.timeZone), zone: record.timeZone })}</dd>
          </div>
        )}
        {record.address && (
          <div>
            <dt>{t('record.address')}</dt>
            <dd>
              <address>
                {addressLines(record.address).map((line, at) => (
                  <span key={at}>{line}</span>
                ))}
              </address>
            </dd>
          </div>
        )}
        {person?.consents.map((consent) => (
          <ConsentFact key={`${consent.purpose} ${consent.channel}`} consent={consent} />
        ))}
      </dl>
    </section>
  );
}

function Belongs({ kind, record }: { kind: RecordKind; record: Entry }) {
  const named = within(record);
  if (named === undefined) return null;
  return (
    <div>
      <dt>{t(`record.within.${kind}`)}</dt>
      <dd>
        <a href={addresses.organisation(named.id)} onClick={follow}>
          {named.name}
        </a>
      </dd>
    </div>
  );
}

function Fact({ name, value }: { name: string; value: string | undefined }) {
  if (value === undefined || value === '') return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function ConsentFact({ consent }: { consent: Consent }) {
  return (
    <div>
      <dt>{t('record.consent', { purpose: consent.purpose, channel: t(`pointKind.${consent.channel}`) })}</dt>
      <dd class="consent">
        <Icon name={consent.given ? 'check' : 'ban'} />
        {t(consent.given ? 'consent.given' : 'consent.refused')}
        <span class="secondary">
          {date(consent.at, zone.value)} {consent.source}
        </span>
      </dd>
    </div>
  );
}
