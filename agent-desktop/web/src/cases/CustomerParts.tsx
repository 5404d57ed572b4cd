import '../look/cases.css';
import './texts.ts';
import { may } from '../app/session.ts';
import { t } from '../text/text.ts';
import { CustomerCases } from './CustomerCases.tsx';
import { Orders } from './Orders.tsx';

/** On a customer's page: what he still waits for, and where his orders are. */
export function CustomerParts({ customer }: { customer: string }) {
  return (
    <>
      {may('case.read') && (
        <section class="record-part" aria-labelledby="customer-cases" data-testid="customer-cases">
          <h2 id="customer-cases">{t('case.open')}</h2>
          <CustomerCases customer={customer} />
        </section>
      )}
      {may('order.read') && (
        <section class="record-part" aria-labelledby="customer-orders" data-testid="customer-orders">
          <h2 id="customer-orders">{t('order.title')}</h2>
          <Orders customer={customer} />
        </section>
      )}
    </>
  );
}
