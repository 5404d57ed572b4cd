import { Icon } from '../parts/Icon.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { t } from '../text/text.ts';
import { ContactItem } from './ContactItem.tsx';
import type { Pages } from './pages.ts';

interface Properties {
  pages: Pages;
  more: () => void;
  reload: () => void;
  empty: string;
  showCustomer?: boolean;
}

export function ContactList({ pages, more, reload, empty, showCustomer = false }: Properties) {
  if (pages.state === 'loading') return <Skeleton lines={5} />;
  return (
    <>
      {pages.state === 'failed' && (
        <div class="banner error inside" role="alert">
          <Icon name="warning" />
          <span>{pages.problem}</span>
          <button type="button" class="small" onClick={reload}>
            {t('action.tryAgain')}
          </button>
        </div>
      )}
      {pages.state === 'shown' && pages.items.length === 0 && <p class="empty secondary">{empty}</p>}
      <ul class="contacts">
        {pages.items.map((contact) => (
          <ContactItem key={contact.id} contact={contact} showCustomer={showCustomer} />
        ))}
      </ul>
      {pages.next !== undefined && (
        <button type="button" class="more" data-testid="history-more" onClick={more}>
          {t('history.more')}
        </button>
      )}
    </>
  );
}
