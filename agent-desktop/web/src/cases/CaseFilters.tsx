import { PRIORITIES } from '../api/cases.ts';
import { session } from '../app/session.ts';
import { ChoiceField } from '../records/choices.tsx';
import { t } from '../text/text.ts';
import { type CaseFilter, MINE, NOBODY } from './lists.ts';
import { categoryChoices, teamChoices, typeChoices } from './words.ts';

interface Properties {
  filter: CaseFilter;
  onChange: (filter: CaseFilter) => void;
}

/** What a list of cases shows; empty is everything. */
export function CaseFilters({ filter, onChange }: Properties) {
  const set = (name: keyof CaseFilter, value: string) => {
    const { [name]: _, ...others } = filter;
    onChange(value === '' ? others : { ...others, [name]: value });
  };
  const field = (name: keyof CaseFilter, label: string, choices: readonly { value: string; label: string }[]) => (
    <ChoiceField
      name={name}
      label={label}
      value={filter[name] ?? ''}
      choices={[{ value: '', label: t('choice.all') }, ...choices]}
      onChange={(value) => set(name, value)}
    />
  );
  const owner = filter.owner ?? '';
  const other = owner !== '' && owner !== MINE && owner !== NOBODY;
  return (
    <div class="filters" role="group" aria-label={t('list.filters')} data-testid="filters">
      {field('state', t('caseList.state'), [
        { value: 'open', label: t('caseList.open') },
        { value: 'done', label: t('caseList.done') },
      ])}
      {field('owner', t('case.owner'), [
        { value: MINE, label: t('caseList.mine') },
        { value: NOBODY, label: t('caseList.nobodys') },
        ...(other ? [{ value: owner, label: t('choice.otherOwner') }] : []),
      ])}
      {(session.value?.teams.length ?? 0) > 0 && field('team', t('case.team'), teamChoices(filter.team ?? ''))}
      {field('due', t('caseList.due'), [
        { value: 'overdue', label: t('caseList.overdue') },
        { value: 'soon', label: t('caseList.soon') },
      ])}
      {field('type', t('case.type'), typeChoices(filter.type ?? ''))}
      {field('category', t('case.category'), categoryChoices(filter.category ?? ''))}
      {field(
        'priority',
        t('case.priority'),
        PRIORITIES.map((value) => ({ value, label: t(`casePriority.${value}`) })),
      )}
      {filter.customer !== undefined &&
        field('customer', t('case.customer'), [{ value: filter.customer, label: t('caseList.oneCustomer') }])}
    </div>
  );
}
