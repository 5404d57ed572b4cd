import type { Contact } from '../api/types.ts';
import { t } from '../text/text.ts';
import { ContactItem } from './ContactItem.tsx';

/** Earlier contacts of a customer, newest first. */
export function Timeline({ contacts }: { contacts: readonly Contact[] }) {
  return (
    <section aria-labelledby="timeline-title" data-testid="timeline">
      <h3 id="timeline-title">{t('customer.earlier')}</h3>
      {contacts.length === 0 ? (
        <p class="empty secondary">{t('customer.noEarlier')}</p>
      ) : (
        <ul class="contacts compact">
          {contacts.map((contact) => (
            <ContactItem key={contact.id} contact={contact} showCustomer={false} />
          ))}
        </ul>
      )}
    </section>
  );
}
