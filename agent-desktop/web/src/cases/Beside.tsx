import '../look/cases.css';
import './texts.ts';
import { useEffect } from 'preact/hooks';
import { follow } from '../app/route.ts';
import { may } from '../app/session.ts';
import { addresses } from '../desktop/views.ts';
import { live, pop } from '../feed/picture.ts';
import { Icon } from '../parts/Icon.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { t } from '../text/text.ts';
import { attached, readAttached } from './attached.ts';
import { BelongsTo } from './BelongsTo.tsx';
import { CaseLines } from './CaseLines.tsx';
import { CustomerCases } from './CustomerCases.tsx';
import { Orders } from './Orders.tsx';
import { SuggestedCase } from './SuggestedCase.tsx';

/** Beside the live contact: what the customer still waits for, and where his orders are. */
export function CasesBeside() {
  const contact = live.value;
  useAttached(contact?.id);
  if (contact === undefined) return null;
  const customer = contact.customer?.id;
  const here = attached.value?.interaction === contact.id ? attached.value.case : undefined;
  const suggested =
    attached.value?.interaction === contact.id && here === undefined ? suggestedFor(contact.id) : undefined;
  return (
    <>
      <section aria-labelledby="open-cases" data-testid="cases-beside">
        <h3 id="open-cases">
          {t('case.open')} {may('case.create') && <Kbd>⇧ S</Kbd>}
        </h3>
        {suggested && <SuggestedCase interaction={contact.id} suggested={suggested} />}
        {customer !== undefined && <CustomerCases key={customer} customer={customer} interaction={contact.id} />}
        {customer === undefined && here && <CaseLines list={[here]} here={here.id} />}
        {customer === undefined && may('case.create') && (
          <a
            class="button small"
            href={addresses.newCase({ interaction: contact.id })}
            onClick={follow}
            data-testid="open-case"
          >
            <Icon name="plus" />
            {t('case.new')}
          </a>
        )}
      </section>
      {customer !== undefined && may('order.read') && (
        <section aria-labelledby="orders-beside" data-testid="orders-beside">
          <h3 id="orders-beside">{t('order.title')}</h3>
          <Orders key={customer} customer={customer} />
        </section>
      )}
    </>
  );
}

/** In the form about the live contact: the case that it belongs to. */
export function CaseOfContact() {
  const contact = live.value;
  useAttached(contact?.id);
  if (contact === undefined) return null;
  return (
    <BelongsTo key={`${contact.id} ${contact.customer?.id}`} interaction={contact.id} customer={contact.customer?.id} />
  );
}

function suggestedFor(interaction: string) {
  return pop.value?.interaction.id === interaction ? pop.value.suggestedCase : undefined;
}

function useAttached(interaction: string | undefined): void {
  useEffect(() => {
    if (interaction === undefined || attached.peek()?.interaction === interaction) return;
    // Without it nothing is marked as belonging, and the next choice says what is wrong.
    readAttached(interaction).catch(() => undefined);
  }, [interaction]);
}
