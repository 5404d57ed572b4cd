import { type Case, cases } from '../api/cases.ts';
import { follow, go, query } from '../app/route.ts';
import { may } from '../app/session.ts';
import { tellUndoable } from '../app/toasts.ts';
import { addresses } from '../desktop/views.ts';
import { Icon } from '../parts/Icon.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { ColumnsMenu } from '../records/ColumnsMenu.tsx';
import { useKept } from '../records/kept.ts';
import { usePaged } from '../records/paging.ts';
import { SavedFilters } from '../records/SavedFilters.tsx';
import { t } from '../text/text.ts';
import { CaseFilters } from './CaseFilters.tsx';
import { CaseTable } from './CaseTable.tsx';
import { type CaseFilter, caseLists, queryFor } from './lists.ts';

const { filterOf, queryOf, withColumn, withFilter, withoutFilter } = caseLists;

/** All cases that may be seen, or some of them, what is due first at the top. The filter is part of the address. */
export function CaseList() {
  const filter = filterOf(query.value);
  const words = queryOf(filter);
  const [kept, keep] = useKept('cases', caseLists);
  const { list, more, reload } = usePaged<Case>(`cases ${words}`, (after) => cases.page(queryFor(filter), after));
  const choose = (next: CaseFilter) => {
    const chosen = queryOf(next);
    go(chosen === '' ? addresses.cases() : `${addresses.cases()}?${chosen}`);
  };
  return (
    <section class="record-list" aria-labelledby="list-title" data-testid="case-list">
      <header class="record-head">
        <h1 id="list-title">{t('records.cases')}</h1>
        <ColumnsMenu
          all={caseLists.columns}
          shown={kept.columns}
          nameOf={(column) => t(`case.${column}`)}
          onColumn={(column, shown) => keep(withColumn(kept, column, shown))}
        />
        {may('case.create') && (
          <a
            class="button"
            href={addresses.newCase(filter.customer === undefined ? {} : { customer: filter.customer })}
            onClick={follow}
            data-testid="new"
          >
            <Icon name="plus" />
            {t('case.new')}
          </a>
        )}
      </header>
      <SavedFilters
        list={caseLists}
        kept={kept}
        filter={filter}
        onChoose={choose}
        onSave={(name) => keep(withFilter(kept, { name, filter }))}
        onRemove={(name) => {
          keep(withoutFilter(kept, name));
          tellUndoable(t('list.filterRemoved', { name }), () => keep(kept));
        }}
      />
      <CaseFilters filter={filter} onChange={choose} />
      {list.state === 'loading' && <Skeleton lines={8} />}
      {list.state === 'failed' && <Refusal text={list.problem ?? ''} again={reload} />}
      {list.state === 'shown' && list.items.length === 0 && (
        <p class="empty secondary">{t(words === '' ? 'caseList.empty' : 'caseList.nothing')}</p>
      )}
      {list.state !== 'loading' && list.items.length > 0 && <CaseTable list={list.items} columns={kept.columns} />}
      {list.state !== 'loading' && list.next !== undefined && (
        <button type="button" class="more" data-testid="list-more" onClick={more}>
          {t('list.more')}
        </button>
      )}
    </section>
  );
}
