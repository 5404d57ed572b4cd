import type { Live, Pop } from '../api/types.ts';
import { openDialog } from '../app/dialogs.ts';
import { may } from '../app/session.ts';
import { reading } from '../articles/reading.ts';
import { live, pop, seat } from '../feed/picture.ts';
import { useKeys } from '../keys/keys.ts';
import { Icon } from '../parts/Icon.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { Later } from '../parts/Later.tsx';
import { PhoneNumber } from '../parts/PhoneNumber.tsx';
import { t } from '../text/text.ts';
import { CustomerCard } from './CustomerCard.tsx';
import { NewestNotes } from './NewestNotes.tsx';
import { Timeline } from './Timeline.tsx';
import { WhoIsIt } from './WhoIsIt.tsx';

const loadCases = () => import('../cases/Beside.tsx').then((module) => module.CasesBeside);
const loadBeside = () => import('../articles/Beside.tsx').then((module) => module.Beside);
const loadReader = () => import('../articles/Reader.tsx').then((module) => module.Reader);

/** Who is on the line: popped with the offer, there until the contact is wrapped up. */
export function CustomerPanel() {
  const contact = live.value;
  const told = pop.value;
  const here = hasCustomer();
  useKeys([{ key: 'i', shift: false, when: () => hasCustomer() && mayMove(), run: () => openDialog('somebodyElse') }]);
  return (
    <aside class="customer" aria-label={t('customer.label')} data-testid="customer-panel">
      {here && contact ? (
        <>
          <div class="customer-known" hidden={isReading(contact)}>
            <Known contact={contact} told={told} />
          </div>
          {isReading(contact) && <Later load={loadReader} />}
        </>
      ) : (
        <Nobody />
      )}
    </aside>
  );
}

/** The article takes the customer's place; what is under it stays as it was. */
const isReading = (contact: Live): boolean => reading.value?.interaction === contact.id;

/** Whether somebody is beside the seat's work. */
export const hasCustomer = (): boolean => live.value !== undefined && seat.value?.interaction === live.value.id;

const mayMove = (): boolean => may('history.change');

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
  const customer = popped?.customer;
  return (
    <>
      {customer ? (
        <CustomerCard key={`${customer.id} ${customer.version}`} customer={customer} />
      ) : (
        <section class="customer-card" data-testid="customer-unknown">
          <h2>{contact.customer?.name ?? callerWord(contact, popped)}</h2>
          <PhoneNumber value={contact.from} withheld={contact.withheld} />
          {contact.customer === undefined && popped && (
            <WhoIsIt contact={contact} candidates={popped.candidates ?? []} />
          )}
        </section>
      )}
      {customer && mayMove() && (
        <button
          type="button"
          class="somebody-else"
          data-testid="somebody-else"
          onClick={() => openDialog('somebodyElse')}
        >
          <Icon name="user" />
          {t('move.somebodyElse')}
          <Kbd>I</Kbd>
        </button>
      )}
      {popped && may('case.read') && <Later load={loadCases} />}
      {customer && may('note.read') && <NewestNotes key={customer.id} customer={customer.id} />}
      {popped && may('article.read') && <Later load={loadBeside} />}
      {popped && <Timeline contacts={popped.earlier} />}
    </>
  );
}

function callerWord(contact: Live, popped: Pop | undefined): string {
  if (contact.withheld) return t('customer.anonymous');
  return t((popped?.candidates ?? []).length > 0 ? 'customer.several' : 'customer.new');
}
