import { useEffect, useState } from 'preact/hooks';
import { requests } from '../api/requests.ts';
import type { Customer } from '../api/types.ts';
import { follow } from '../app/route.ts';
import { wordsFor } from '../app/toasts.ts';
import { Icon } from '../parts/Icon.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { t } from '../text/text.ts';
import { ContactList } from './ContactList.tsx';
import { CustomerCard } from './CustomerCard.tsx';
import { usePages } from './pages.ts';
import { addresses } from './views.ts';

/** A customer found by search: the record and everything that passed between us. */
export function CustomerView({ id }: { id: string }) {
  const [customer, setCustomer] = useState<Customer>();
  const [problem, setProblem] = useState<string>();
  const { pages, more, reload } = usePages(id, id);
  useEffect(() => {
    let here = true;
    requests.customer(id).then(
      (found) => here && setCustomer(found),
      (error) => here && setProblem(wordsFor(error)),
    );
    return () => {
      here = false;
    };
  }, [id]);
  return (
    <div class="customer-view" data-testid="customer-view">
      <a class="back" href={addresses.work} onClick={follow}>
        <Icon name="back" />
        {t('nav.back')}
      </a>
      {problem !== undefined && (
        <div class="banner error inside" role="alert">
          <Icon name="warning" />
          <span>{problem}</span>
        </div>
      )}
      {customer === undefined && problem === undefined && <Skeleton lines={3} />}
      {customer && (
        <div class="card">
          <CustomerCard customer={customer} heading="h1" />
        </div>
      )}
      <h2>{t('customer.contacts')}</h2>
      <ContactList pages={pages} more={more} reload={reload} empty={t('customer.noEarlier')} />
    </div>
  );
}
