import type { Live, Pop } from '../api/types.ts';
import { live, pop, seat } from '../feed/picture.ts';
import { Icon } from '../parts/Icon.tsx';
import { PhoneNumber } from '../parts/PhoneNumber.tsx';
import { t } from '../text/text.ts';
import { CustomerCard } from './CustomerCard.tsx';
import { Timeline } from './Timeline.tsx';

/** Who is on the line: popped with the offer, there until the contact is wrapped up. */
export function CustomerPanel() {
  const contact = live.value;
  const told = pop.value;
  const here = contact !== undefined && seat.value?.interaction === contact.id;
  return (
    <aside class="customer" aria-label={t('customer.label')} data-testid="customer-panel">
      {here ? <Known contact={contact} told={told} /> : <Nobody />}
    </aside>
  );
}

function Nobody() {
  return (
    <div class="customer-none secondary">
      <Icon name="user" size={24} />
      <p>{t('customer.none')}</p>
    </div>
  );
}

function Known({ contact, told }: { contact: Live; told: Pop | undefined }) {
  const popped = told?.interaction.id === contact.id ? told : undefined;
  return (
    <>
      {popped?.customer ? (
        <CustomerCard key={popped.customer.id} customer={popped.customer} />
      ) : (
        <section class="customer-card" data-testid="customer-unknown">
          <h2>{contact.customer?.name ?? t(contact.withheld ? 'customer.anonymous' : 'customer.new')}</h2>
          <PhoneNumber value={contact.from} withheld={contact.withheld} />
          {contact.customer === undefined && (
            <p class="secondary">{t(contact.withheld ? 'customer.anonymousMore' : 'customer.newMore')}</p>
          )}
        </section>
      )}
      {popped && <Timeline contacts={popped.earlier} />}
    </>
  );
}
