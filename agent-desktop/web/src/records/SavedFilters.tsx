import { useState } from 'preact/hooks';
import { Icon } from '../parts/Icon.tsx';
import { t } from '../text/text.ts';
import type { Kept, ListShape } from './listShape.ts';

const NAME_MAX = 40;

interface Properties<F, C> {
  list: ListShape<F, C>;
  kept: Kept<F, C>;
  filter: F;
  onChoose: (filter: F) => void;
  onSave: (name: string) => void;
  onRemove: (name: string) => void;
}

/** Filters under names that somebody gave them. */
export function SavedFilters<F, C>({ list, kept, filter, onChoose, onSave, onRemove }: Properties<F, C>) {
  const [name, setName] = useState('');
  const known = kept.filters.find((one) => list.isSame(one.filter, filter));
  const unsaved = list.queryOf(filter) !== '' && known === undefined;
  if (kept.filters.length === 0 && !unsaved) return null;
  return (
    <div class="saved" role="group" aria-label={t('list.saved')}>
      {kept.filters.map((one) => (
        <span key={one.name} class="saved-filter">
          <button
            type="button"
            class="small"
            aria-pressed={one === known}
            data-testid="saved-filter"
            onClick={() => onChoose(one === known ? list.filterOf(new URLSearchParams()) : one.filter)}
          >
            {one.name}
          </button>
          <button
            type="button"
            class="quiet square small"
            aria-label={t('choice.remove', { name: one.name })}
            onClick={() => onRemove(one.name)}
          >
            <Icon name="close" size={12} />
          </button>
        </span>
      ))}
      {unsaved && (
        <form
          class="field-row"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() === '') return;
            onSave(name.trim());
            setName('');
          }}
        >
          <input
            aria-label={t('list.filterName')}
            placeholder={t('list.filterName')}
            maxLength={NAME_MAX}
            data-testid="filter-name"
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <button type="submit" disabled={name.trim() === ''} data-testid="filter-save">
            {t('list.saveFilter')}
          </button>
        </form>
      )}
    </div>
  );
}
