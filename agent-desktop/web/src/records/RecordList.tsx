import { type ListFilter, type RecordKind, records } from '../api/records.ts';
import { follow, go, query } from '../app/route.ts';
import { may } from '../app/session.ts';
import { tellUndoable } from '../app/toasts.ts';
import { addresses } from '../desktop/views.ts';
import { Icon } from '../parts/Icon.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { t } from '../text/text.ts';
import { ColumnsMenu } from './ColumnsMenu.tsx';
import type { Entry } from './form.ts';
import { useKept } from './kept.ts';
import { ListFilters } from './ListFilters.tsx';
import { recordLists } from './lists.ts';
import { usePaged } from './paging.ts';
import { columnName, RecordTable } from './RecordTable.tsx';
import { SavedFilters } from './SavedFilters.tsx';

const { filterOf, queryOf, withColumn, withFilter, withoutFilter } = recordLists;

/** All people or organisations, or some of them. The filter is part of the address. */
export function RecordList({ kind }: { kind: RecordKind }) {
  const filter = filterOf(query.value);
  const [kept, keep] = useKept(kind, recordLists);
  const { list, more, reload } = usePaged<Entry>(`${kind} ${queryOf(filter)}`, (after) =>
    records.page<Entry>(kind, filter, after),
  );
  const choose = (next: ListFilter) => {
    const words = queryOf(next);
    go(words === '' ? addresses.records(kind) : `${addresses.records(kind)}?${words}`);
  };
  const filtered = queryOf(filter) !== '';
  return (
    <section class="record-list" aria-labelledby="list-title" data-testid="record-list">
      <header class="record-head">
        <h1 id="list-title">{t(`records.${kind}`)}</h1>
        <ColumnsMenu
          all={recordLists.columns}
          shown={kept.columns}
          nameOf={(column) => columnName(kind, column)}
          onColumn={(column, shown) => keep(withColumn(kept, column, shown))}
        />
        {may(kind === 'customers' ? 'customer.create' : 'organisation.create') && (
          <a class="button" href={addresses.newRecord(kind, '')} onClick={follow} data-testid="new">
            <Icon name="plus" />
            {t(`record.new.${kind}`)}
          </a>
        )}
      </header>
      <SavedFilters
        list={recordLists}
        kept={kept}
        filter={filter}
        onChoose={choose}
        onSave={(name) => keep(withFilter(kept, { name, filter }))}
        onRemove={(name) => {
          keep(withoutFilter(kept, name));
          tellUndoable(t('list.filterRemoved', { name }), () => keep(kept));
        }}
      />
      <ListFilters kind={kind} filter={filter} onChange={choose} />
      {list.state === 'loading' && <Skeleton lines={8} />}
      {list.state === 'failed' && <Refusal text={list.problem ?? ''} again={reload} />}
      {list.state === 'shown' && list.items.length === 0 && (
        <p class="empty secondary">{t(filtered ? 'list.nothing' : `list.empty.${kind}`)}</p>
      )}
      {list.state !== 'loading' && list.items.length > 0 && (
        <RecordTable kind={kind} records={list.items} columns={kept.columns} />
      )}
      {list.state !== 'loading' && list.next !== undefined && (
        <button type="button" class="more" data-testid="list-more" onClick={more}>
          {t('list.more')}
        </button>
      )}
    </section>
  );
}
