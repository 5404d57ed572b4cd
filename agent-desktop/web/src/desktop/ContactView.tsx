import type { Live, Seat } from '../api/types.ts';
import { queueTitle } from '../app/session.ts';
import { isWritten } from '../feed/written.ts';
import { useKeys } from '../keys/keys.ts';
import { ChannelIcon } from '../parts/ChannelIcon.tsx';
import { Elapsed } from '../parts/Elapsed.tsx';
import { Later } from '../parts/Later.tsx';
import { PhoneNumber } from '../parts/PhoneNumber.tsx';
import { StateIcon, toneOf } from '../parts/StateIcon.tsx';
import { t } from '../text/text.ts';
import { extendWrapUp, inWrapUp } from './actions.ts';
import { CallBar } from './CallBar.tsx';
import { SoundLost } from './SoundLost.tsx';
import { StateOfContact } from './StateOfContact.tsx';
import { subjects } from './subjects.ts';
import { WrapUpBar } from './WrapUpBar.tsx';
import { WrapUpForm } from './WrapUpForm.tsx';

const loadMail = () => import('../mail/MailContact.tsx').then((module) => module.MailContact);

/** The contact of now: who, how long, what can be done with it, and what is written about it. */
export function ContactView({ now, contact }: { now: Seat; contact: Live }) {
  const active = now.state === 'ON_CONTACT';
  const spoken = !isWritten(contact.channel);
  const subject = subjects.value[contact.id];
  useKeys([
    { key: 'e', shift: false, when: inWrapUp, run: extendWrapUp },
    { key: 'n', shift: false, run: () => document.getElementById('note')?.focus() },
  ]);
  return (
    <article class="contact" data-testid="contact" aria-label={t('contact.label')}>
      <header class={`contact-head tone-${toneOf(now.state)}`}>
        <ChannelIcon channel={contact.channel} />
        <h1 class="contact-who">
          {contact.customer && <strong>{contact.customer.name}</strong>}
          {contact.from !== contact.customer?.name && <PhoneNumber value={contact.from} withheld={contact.withheld} />}
          {subject !== undefined && (
            <span class="contact-subject" title={subject} data-testid="contact-subject">
              {subject}
            </span>
          )}
        </h1>
        <span class="contact-queue">{queueTitle(contact.queue)}</span>
        <span class="contact-state">
          <StateIcon state={now.state} />
          <StateOfContact now={now} contact={contact} />
        </span>
        <span class="contact-time">
          {active && <span class="secondary">{t(spoken ? 'contact.time' : 'contact.mailTime')}</span>}
          <Elapsed since={now.since} />
        </span>
      </header>
      {active && spoken && <CallBar contact={contact} />}
      {active && spoken && <SoundLost interaction={contact.id} />}
      {active && contact.channel === 'EMAIL' && <Later load={loadMail} />}
      {now.state === 'WRAP_UP' && <WrapUpBar now={now} />}
      <WrapUpForm now={now} />
      {!active && contact.channel === 'EMAIL' && <Later load={loadMail} />}
    </article>
  );
}
