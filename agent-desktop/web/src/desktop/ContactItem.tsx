import type { Contact, Segment } from '../api/types.ts';
import { follow } from '../app/route.ts';
import { dispositionTitle, queueTitle, zone } from '../app/session.ts';
import { serverNow } from '../feed/clock.ts';
import { ChannelIcon } from '../parts/ChannelIcon.tsx';
import { PhoneNumber } from '../parts/PhoneNumber.tsx';
import { clockTimeExact, elapsed, fullTime, moment } from '../text/format.ts';
import { isKey, t } from '../text/text.ts';
import { talkedMs, undoneWrapUp } from './contactFigures.ts';
import { addresses } from './views.ts';

/** One contact of a history: a line, and its segments when opened. */
export function ContactItem({ contact, showCustomer }: { contact: Contact; showCustomer: boolean }) {
  const last = contact.segments.at(-1);
  const talked = talkedMs(contact);
  const undone = undoneWrapUp(contact);
  return (
    <li class="contact-item" data-testid="history-row" data-interaction={contact.id}>
      <details>
        <summary>
          <ChannelIcon channel={contact.channel} />
          <span class="contact-main">
            <span class="contact-line">
              {showCustomer && (
                <strong>
                  {contact.customer?.name ?? <PhoneNumber value={contact.from} withheld={contact.withheld} />}
                </strong>
              )}
              <span class="contact-what">{whatCameOfIt(contact)}</span>
              {undone && (
                <span class="chip" data-testid="wrap-up-mark">
                  {t(`history.wrapUp.${undone}`)}
                </span>
              )}
            </span>
            <span class="contact-line secondary">
              <time dateTime={contact.arrivedAt} title={fullTime(contact.arrivedAt, zone.value)}>
                {moment(contact.arrivedAt, serverNow(), zone.value)}
              </time>
              {last && <span>{queueTitle(last.queue)}</span>}
              {last?.agent && <span>{last.agent.name}</span>}
              {talked > 0 && <span class="figures">{elapsed(talked)}</span>}
            </span>
            {contact.note && <span class="contact-note">{contact.note}</span>}
          </span>
        </summary>
        <div class="contact-more">
          <p class="secondary">
            {t('history.fromTo')} <PhoneNumber value={contact.from} withheld={contact.withheld} /> →{' '}
            <PhoneNumber value={contact.to} />
            {contact.customer && showCustomer && (
              <>
                {' · '}
                <a href={addresses.customer(contact.customer.id)} onClick={follow}>
                  {t('history.openCustomer')}
                </a>
              </>
            )}
          </p>
          <table class="plain">
            <thead>
              <tr>
                <th scope="col">{t('segment.queue')}</th>
                <th scope="col">{t('segment.agent')}</th>
                <th scope="col">{t('segment.entered')}</th>
                <th scope="col">{t('segment.waited')}</th>
                <th scope="col">{t('segment.talked')}</th>
                <th scope="col">{t('segment.outcome')}</th>
              </tr>
            </thead>
            <tbody>
              {contact.segments.map((segment) => (
                <SegmentRow key={segment.number} segment={segment} />
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </li>
  );
}

function SegmentRow({ segment }: { segment: Segment }) {
  return (
    <tr>
      <td>{queueTitle(segment.queue)}</td>
      <td>{segment.agent?.name ?? '–'}</td>
      <td class="figures">{clockTimeExact(segment.enteredAt, zone.value)}</td>
      <td class="figures">{between(segment.enteredAt, segment.answeredAt ?? segment.endedAt)}</td>
      <td class="figures">{between(segment.answeredAt, segment.endedAt)}</td>
      <td>{outcomeWord(segment.outcome)}</td>
    </tr>
  );
}

function between(from: string | undefined, to: string | undefined): string {
  return from === undefined || to === undefined ? '–' : elapsed(Date.parse(to) - Date.parse(from));
}

function whatCameOfIt(contact: Contact): string {
  if (contact.disposition !== undefined) return dispositionTitle(contact.disposition);
  if (contact.state !== 'CLOSED') return t(`interaction.${contact.state}`);
  return causeWord(contact.cause);
}

function causeWord(cause: string | undefined): string {
  const key = `cause.${cause}`;
  return isKey(key) ? t(key) : t('cause.none');
}

function outcomeWord(outcome: string): string {
  const key = `outcome.${outcome}`;
  return isKey(key) ? t(key) : outcome;
}
