import type { ArticleFilter, ArticleState, Audience } from '../api/articles.ts';
import { ChoiceField } from '../records/choices.tsx';
import { LANGUAGES } from '../records/suggestions.ts';
import { t } from '../text/text.ts';
import { useCategories } from './categories.ts';
import { categoryChoices } from './categoryChoices.ts';

export const AUDIENCES: readonly Audience[] = ['INTERNAL', 'PUBLIC'];
const STATES: readonly ArticleState[] = ['CURRENT', 'REVIEW_DUE', 'EXPIRED'];

interface Properties {
  filter: ArticleFilter;
  /** A search finds current articles only: their state is no question then. */
  searched: boolean;
  onChange: (filter: ArticleFilter) => void;
}

/** What the list and the search show; empty is everything. */
export function ArticleFilters({ filter, searched, onChange }: Properties) {
  const { categories } = useCategories();
  const set = (name: keyof ArticleFilter, value: string) => {
    const { [name]: _, ...others } = filter;
    onChange(value === '' ? others : { ...others, [name]: value });
  };
  const all = { value: '', label: t('choice.all') };
  return (
    <div class="filters" role="group" aria-label={t('list.filters')} data-testid="article-filters">
      <ChoiceField
        name="category"
        label={t('articles.category')}
        value={filter.category ?? ''}
        choices={[all, ...categoryChoices(categories)]}
        onChange={(value) => set('category', value)}
      />
      <ChoiceField
        name="language"
        label={t('articles.language')}
        value={filter.language ?? ''}
        choices={[all, ...LANGUAGES()]}
        onChange={(value) => set('language', value)}
      />
      <ChoiceField
        name="audience"
        label={t('articles.audience')}
        value={filter.audience ?? ''}
        choices={[all, ...AUDIENCES.map((value) => ({ value, label: t(`audience.${value}`) }))]}
        onChange={(value) => set('audience', value)}
      />
      {searched ? (
        <p class="secondary filter-hint">{t('articles.stateOfFound')}</p>
      ) : (
        <ChoiceField
          name="state"
          label={t('articles.state')}
          value={filter.state ?? ''}
          choices={[all, ...STATES.map((value) => ({ value, label: t(`articleState.${value}`) }))]}
          onChange={(value) => set('state', value)}
        />
      )}
    </div>
  );
}
