import type { Contact } from '../api/types.ts';
import { dispositionTitle, queueTitle, zone } from '../app/session.ts';
import { serverNow } from '../feed/clock.ts';
import { ChannelIcon } from '../parts/ChannelIcon.tsx';
import { Icon } from '../parts/Icon.tsx';
import { PhoneNumber } from '../parts/PhoneNumber.tsx';
import { elapsed, fullTime, moment } from '../text/format.ts';
import { isKey, t } from '../text/text.ts';
import { ContactDetails } from './ContactDetails.tsx';
import { talkedMs, undoneWrapUp } from './contactFigures.ts';

/** One contact of a history: a line, and everything about it when opened. */
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
          <span class="turn">
            <Icon name="down" size={12} />
          </span>
        </summary>
        <ContactDetails contact={contact} showCustomer={showCustomer} />
      </details>
    </li>
  );
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
