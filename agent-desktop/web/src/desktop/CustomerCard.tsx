import { useState } from 'preact/hooks';
import { requests } from '../api/requests.ts';
import type { Customer } from '../api/types.ts';
import { zone } from '../app/session.ts';
import { tellProblem } from '../app/toasts.ts';
import { Icon } from '../parts/Icon.tsx';
import { PhoneNumber } from '../parts/PhoneNumber.tsx';
import { SegmentChip } from '../parts/SegmentChip.tsx';
import { date, languageName } from '../text/format.ts';
import { isKey, t } from '../text/text.ts';
import { draftOf } from './customerDraft.ts';
import { RenameForm } from './RenameForm.tsx';

/** A customer's record; the name can be put right in place. */
export function CustomerCard({ customer, heading: Heading = 'h2' }: { customer: Customer; heading?: 'h1' | 'h2' }) {
  const [name, setName] = useState(customer.name);
  const [renaming, setRenaming] = useState(false);
  const rename = async (to: string) => {
    try {
      // The card may be as old as the call; what else was changed meanwhile is kept.
      const now = await requests.customer(customer.id);
      setName((await requests.changeCustomer(now.id, now.version, { ...draftOf(now), name: to })).name);
      setRenaming(false);
    } catch (error) {
      tellProblem(error);
    }
  };
  return (
    <section class="customer-card" data-testid="customer-card">
      {renaming ? (
        <RenameForm name={name} onDone={(to) => void rename(to)} onCancel={() => setRenaming(false)} />
      ) : (
        <Heading class="customer-name">
          <span data-testid="customer-name">{name}</span>
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
        </Heading>
      )}
      <p class="chips">
        <SegmentChip segment={customer.segment} />
        {customer.language !== undefined && <span class="chip">{languageName(customer.language)}</span>}
        <span class="secondary">{t('customer.since', { date: date(customer.since, zone.value) })}</span>
      </p>
      <dl class="facts">
        {customer.points.map((point) => (
          <div key={`${point.kind}${point.value}`}>
            <dt>{pointWord(point.label || point.kind)}</dt>
            <dd>
              <PhoneNumber value={point.value} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function pointWord(word: string): string {
  const key = `point.${word.toLowerCase()}`;
  return isKey(key) ? t(key) : word;
}
