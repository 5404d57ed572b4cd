import type { Contact, Segment } from '../api/types.ts';
import { follow } from '../app/route.ts';
import { dispositionTitle, queueTitle, zone } from '../app/session.ts';
import { PhoneNumber } from '../parts/PhoneNumber.tsx';
import { clockTimeExact, elapsed } from '../text/format.ts';
import { isKey, t } from '../text/text.ts';
import { addresses } from './views.ts';

/** All that is known of one contact: what came of it, and each of its stays in a queue. */
export function ContactDetails({ contact, showCustomer }: { contact: Contact; showCustomer: boolean }) {
  return (
    <div class="contact-more" data-testid="contact-details">
      <dl class="facts">
        <div>
          <dt>{t('history.fromTo')}</dt>
          <dd>
            <PhoneNumber value={contact.from} withheld={contact.withheld} /> → <PhoneNumber value={contact.to} />
          </dd>
        </div>
        <div>
          <dt>{t('wrapUp.disposition')}</dt>
          <dd>{contact.disposition === undefined ? '–' : dispositionTitle(contact.disposition)}</dd>
        </div>
        <div>
          <dt>{t('wrapUp.note')}</dt>
          <dd class="contact-whole-note">{contact.note ?? '–'}</dd>
        </div>
      </dl>
      <ol class="segments">
        {contact.segments.map((segment) => (
          <SegmentItem key={segment.number} segment={segment} />
        ))}
      </ol>
      {contact.channel === 'EMAIL' && (
        <a href={addresses.mail(contact.id)} onClick={follow} data-testid="open-mail">
          {t('history.openMail')}
        </a>
      )}
      {contact.customer && showCustomer && (
        <a href={addresses.customer(contact.customer.id)} onClick={follow}>
          {t('history.openCustomer')}
        </a>
      )}
    </div>
  );
}

function SegmentItem({ segment }: { segment: Segment }) {
  const { enteredAt, answeredAt, endedAt, clearedAt } = segment;
  return (
    <li class="segment">
      <p>
        <strong>{queueTitle(segment.queue)}</strong>
        {segment.agent && <span>{segment.agent.name}</span>}
        <span class="secondary">{outcomeWord(segment.outcome)}</span>
      </p>
      <dl class="segment-times">
        <Time name={t('segment.entered')} value={clockTimeExact(enteredAt, zone.value)} />
        <Time name={t('segment.waited')} value={between(enteredAt, answeredAt ?? endedAt)} />
        <Time name={t('segment.talked')} value={answeredAt === undefined ? '–' : between(answeredAt, endedAt)} />
        <Time name={t('segment.wrapUp')} value={answeredAt === undefined ? '–' : between(endedAt, clearedAt)} />
      </dl>
    </li>
  );
}

function Time({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class="figures">{value}</dd>
    </div>
  );
}

function between(from: string | undefined, to: string | undefined): string {
  return from === undefined || to === undefined ? '–' : elapsed(Date.parse(to) - Date.parse(from));
}

function outcomeWord(outcome: string): string {
  const key = `outcome.${outcome}`;
  return isKey(key) ? t(key) : outcome;
}
