import { mails } from '../api/mail.ts';
import type { ContactPoint, Customer } from '../api/types.ts';
import { go } from '../app/route.ts';
import { may } from '../app/session.ts';
import { attempt } from '../app/toasts.ts';
import { Icon } from '../parts/Icon.tsx';
import { t } from '../text/text.ts';
import { addresses } from './views.ts';

/** Whether somebody may be written to there of our own accord. */
export const isWritable = ({ kind, doNotContact }: ContactPoint): boolean => kind === 'EMAIL' && !doNotContact;

/** Begins a mail to a customer, or goes on with the one that was begun. */
const write = (customer: string, to: string) =>
  void attempt(async () => go(addresses.mail((await mails.begin(customer, to)).interaction)));

/** To where he is reached first, as far as he is to be contacted there. */
export function WriteMail({ customer }: { customer: Customer }) {
  const open = customer.points.filter(isWritable);
  const to = open.find((point) => point.primary) ?? open[0];
  if (!may('history.change')) return null;
  return (
    <button type="button" data-testid="write-mail" onClick={() => write(customer.id, to?.value ?? '')}>
      <Icon name="mail" />
      {t('customer.writeMail')}
    </button>
  );
}

/** Beside one of his addresses. */
export function WriteTo({ customer, address }: { customer: string; address: string }) {
  if (!may('history.change')) return null;
  const label = t('customer.writeTo', { address });
  return (
    <button
      type="button"
      class="quiet square"
      aria-label={label}
      title={label}
      data-testid="write-to"
      onClick={() => write(customer, address)}
    >
      <Icon name="mail" />
    </button>
  );
}
