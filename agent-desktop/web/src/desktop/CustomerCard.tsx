import { useState } from 'preact/hooks';
import { requests } from '../api/requests.ts';
import type { Customer } from '../api/types.ts';
import { follow } from '../app/route.ts';
import { may, zone } from '../app/session.ts';
import { tellProblem } from '../app/toasts.ts';
import { Icon } from '../parts/Icon.tsx';
import { PhoneNumber } from '../parts/PhoneNumber.tsx';
import { SegmentChip } from '../parts/SegmentChip.tsx';
import { date, languageName } from '../text/format.ts';
import { t } from '../text/text.ts';
import { customerDraft } from './customerDraft.ts';
import { pointWord } from './pointWord.ts';
import { RenameForm } from './RenameForm.tsx';
import { addresses } from './views.ts';
import { isWritable, WriteTo } from './WriteMail.tsx';

/** A customer beside the live contact; the name can be put right in place, the rest on his page. */
export function CustomerCard({ customer }: { customer: Customer }) {
  const [name, setName] = useState(customer.name);
  const [renaming, setRenaming] = useState(false);
  const rename = async (to: string) => {
    try {
      // The card may be as old as the call; what else was changed meanwhile is kept.
      const now = await requests.customer(customer.id);
      setName((await requests.changeCustomer(now.id, now.version, { ...customerDraft(now), name: to })).name);
      setRenaming(false);
    } catch (error) {
      tellProblem(error);
    }
  };
  const barred = customer.points.filter((point) => point.doNotContact);
  return (
    <section class="customer-card" data-testid="customer-card">
      {renaming ? (
        <RenameForm name={name} onDone={(to) => void rename(to)} onCancel={() => setRenaming(false)} />
      ) : (
        <h2 class="customer-name">
          <a href={addresses.customer(customer.id)} onClick={follow} data-testid="customer-name">
            {name}
          </a>
          {may('customer.change') && (
            <button
              type="button"
              class="quiet square"
              aria-label={t('customer.rename')}
              title={t('customer.rename')}
              data-testid="rename"
              onClick={() => setRenaming(true)}
            >
              <Icon name="pencil" />
            </button>
          )}
        </h2>
      )}
      {barred.length > 0 && (
        <p class="barred-note" role="note" data-testid="do-not-contact">
          <Icon name="ban" />
          <span>{t('customer.doNotContact', { points: barred.map((point) => point.value).join(', ') })}</span>
        </p>
      )}
      <p class="chips">
        <SegmentChip segment={customer.segment} />
        {customer.language !== undefined && <span class="chip">{languageName(customer.language)}</span>}
        {customer.tags.map((tag) => (
          <span key={tag} class="chip">
            {tag}
          </span>
        ))}
        <span class="secondary">{t('customer.since', { date: date(customer.since, zone.value) })}</span>
      </p>
      <dl class="facts">
        {customer.organisation && (
          <div>
            <dt>{t('record.within.customers')}</dt>
            <dd>
              <a href={addresses.organisation(customer.organisation.id)} onClick={follow}>
                {customer.organisation.name}
              </a>
            </dd>
          </div>
        )}
        {customer.points.map((point) => (
          <div key={`${point.kind}${point.value}`}>
            <dt>{pointWord(point)}</dt>
            <dd>
              <PhoneNumber value={point.value} />
              {isWritable(point) && <WriteTo customer={customer.id} address={point.value} />}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
