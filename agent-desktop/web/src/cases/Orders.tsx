import { cases, type Order } from '../api/cases.ts';
import { zone } from '../app/session.ts';
import { Icon } from '../parts/Icon.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { usePaged } from '../records/paging.ts';
import { count, date, money } from '../text/format.ts';
import { t } from '../text/text.ts';

const SHOWN = 5;

/** Where a customer's orders are, newest first; each opens to its lines. */
export function Orders({ customer }: { customer: string }) {
  const { list, more, reload } = usePaged<Order>(customer, (after) => cases.orders(customer, after, SHOWN));
  return (
    <>
      {list.state === 'loading' && <Skeleton lines={2} />}
      {list.state === 'failed' && <Refusal text={list.problem ?? ''} again={reload} />}
      {list.state === 'shown' && list.items.length === 0 && <p class="secondary">{t('order.none')}</p>}
      {list.items.length > 0 && (
        <ul class="contacts orders">
          {list.items.map((order) => (
            <OrderItem key={order.id} order={order} />
          ))}
        </ul>
      )}
      {list.next !== undefined && (
        <button type="button" class="more" onClick={more}>
          {t('list.more')}
        </button>
      )}
    </>
  );
}

function OrderItem({ order }: { order: Order }) {
  return (
    <li class="contact-item" data-testid="order">
      <details>
        <summary>
          <span class="contact-main">
            <span class="contact-line">
              <strong class="figures">{order.number}</strong>
              <span class="chip">
                {order.statusKind === 'DONE' && <Icon name="check" size={12} />}
                {order.statusKind === 'CANCELLED' && <Icon name="ban" size={12} />}
                {order.status}
              </span>
            </span>
            <span class="contact-line secondary">
              <span>{t(`order.${order.kind}`)}</span>
              <span>{t('order.placed', { date: date(order.placedAt, zone.value) })}</span>
              {order.expectedAt !== undefined && (
                <span>{t('order.expected', { date: date(order.expectedAt, zone.value) })}</span>
              )}
              {order.endsAt !== undefined && <span>{t('order.ends', { date: date(order.endsAt, zone.value) })}</span>}
            </span>
          </span>
          <span class="turn">
            <Icon name="down" size={12} />
          </span>
        </summary>
        <table class="order-lines">
          <thead>
            <tr>
              <th scope="col">{t('case.product')}</th>
              <th scope="col">{t('order.quantity')}</th>
              <th scope="col">{t('order.price')}</th>
              <th scope="col">{t('order.status')}</th>
            </tr>
          </thead>
          <tbody>
            {order.lines.map((line, at) => (
              <tr key={at}>
                <th scope="row">{line.title}</th>
                <td class="figures">{count(line.quantity)}</td>
                <td class="figures">{money(line.priceMinor, line.currency)}</td>
                <td>{line.status}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </li>
  );
}
