import { useEffect } from 'preact/hooks';
import type { Session } from '../api/types.ts';
import { Banners } from '../app/Banners.tsx';
import { openDialog } from '../app/dialogs.ts';
import { may } from '../app/session.ts';
import { canUndo, undoLast } from '../app/toasts.ts';
import { takeSeat } from '../app/workplace.ts';
import { live, pulledQueues } from '../feed/picture.ts';
import { placeOf, useKeys } from '../keys/keys.ts';
import { t } from '../text/text.ts';
import { becomeReady } from './becomeReady.ts';
import { Centre } from './Centre.tsx';
import { CustomerPanel, hasCustomer } from './CustomerPanel.tsx';
import { Dialogs } from './Dialogs.tsx';
import { DirectCall } from './DirectCall.tsx';
import { keepDraft } from './draft.ts';
import { press } from './focus.ts';
import { followTaken } from './followTaken.ts';
import { followWork } from './followWork.ts';
import { Header } from './Header.tsx';
import { NowList } from './NowList.tsx';
import { OfferCard } from './OfferCard.tsx';
import { onBreakOrOut } from './seatWords.ts';
import { show, view } from './views.ts';

/** The agent's page. */
export function Desktop({ session }: { session: Session }) {
  useEffect(
    () => takeSeat(session),
    [session.agent.id, session.voice, session.phone?.secret, session.phone?.websocketUrl],
  );
  const shown = view.value.is;
  // Records want width; whoever is on the line stays beside them.
  const wide = shown !== 'work' && shown !== 'contacts' && !hasCustomer();
  useEffect(keepDraft, []);
  useEffect(followWork, []);
  useEffect(followTaken, []);
  useKeys([
    { key: '?', run: () => openDialog('help') },
    { key: 'r', shift: false, when: onBreakOrOut, run: () => void becomeReady() },
    { key: 'l', shift: false, run: show.contacts },
    { key: 'w', shift: false, run: show.work },
    { key: 'c', shift: false, when: () => may('customer.read'), run: () => show.records('customers') },
    { key: 'o', shift: false, when: () => may('organisation.read'), run: () => show.records('organisations') },
    { key: 's', shift: false, when: () => may('case.read'), run: show.cases },
    { key: 's', shift: true, when: () => hasCustomer() && may('case.create'), run: openCase },
    { key: 'a', shift: false, when: () => may('article.read'), run: show.articles },
    { key: 'p', shift: false, when: () => pulledQueues.value.length > 0, run: show.pulled },
    { key: 'u', shift: false, when: canUndo, run: undoLast },
    { key: 'b', shift: false, run: () => press(find('state-button')) },
    { key: '/', run: () => press(find('search')) },
    { key: 'Escape', inText: true, when: inField, run: leaveField },
  ]);
  return (
    <div class="desktop">
      <Header />
      <Banners />
      <div class={wide ? 'columns wide' : 'columns'}>
        <NowList />
        <main class="centre" aria-label={t('nav.work')}>
          <OfferCard />
          <DirectCall />
          <div class="centre-scroll">
            <Centre />
          </div>
        </main>
        {!wide && <CustomerPanel />}
      </div>
      <Dialogs />
    </div>
  );
}

/** For the one on the line. */
function openCase(): void {
  const contact = live.peek();
  if (contact !== undefined) show.newCase({ interaction: contact.id, customer: contact.customer?.id });
}

const find = (testId: string) => document.querySelector<HTMLElement>(`[data-testid=${testId}]`);

const inField = (): boolean => placeOf(document.activeElement).text;

function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
