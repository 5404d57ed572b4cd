import { seat } from '../feed/picture.ts';
import { t } from '../text/text.ts';
import { ContactList } from './ContactList.tsx';
import { usePages } from './pages.ts';

/** The agent's own contacts, newest first; read again when one more is done. */
export function History() {
  const { pages, more, reload } = usePages({}, seat.value?.interaction);
  return (
    <section class="history" aria-labelledby="history-title">
      <h1 id="history-title">{t('history.title')}</h1>
      <ContactList pages={pages} more={more} reload={reload} empty={t('history.empty')} showCustomer />
    </section>
  );
}
