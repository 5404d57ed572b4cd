import { follow } from '../app/route.ts';
import { may } from '../app/session.ts';
import { addresses } from '../desktop/views.ts';
import { Icon } from '../parts/Icon.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { t } from '../text/text.ts';
import { CategoryTable } from './CategoryTable.tsx';
import { Reports } from './Reports.tsx';
import { SynonymTable } from './SynonymTable.tsx';

/** For those who look after the articles: what is due, what is read, what nobody finds, and the words and places of all. */
export function TendPage() {
  return (
    <div class="record-page" data-testid="tend-page">
      <a class="back" href={addresses.articles} onClick={follow}>
        <Icon name="back" />
        {t('articles.title')}
      </a>
      <h1>{t('tend.title')}</h1>
      {may('article.change') ? (
        <>
          <Reports />
          <SynonymTable />
          <CategoryTable />
        </>
      ) : (
        <Refusal text={t('tend.notAllowed')} />
      )}
    </div>
  );
}
