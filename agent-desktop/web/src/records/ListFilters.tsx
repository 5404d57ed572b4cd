import { useEffect, useId, useState } from 'preact/hooks';
import { type ListFilter, type Organisation, type RecordKind, records } from '../api/records.ts';
import type { Named } from '../api/types.ts';
import { session } from '../app/session.ts';
import { t } from '../text/text.ts';
import { ChoiceField, segmentChoices } from './choices.tsx';
import { OrganisationField } from './OrganisationField.tsx';
import { LANGUAGES } from './suggestions.ts';

interface Properties {
  kind: RecordKind;
  filter: ListFilter;
  onChange: (filter: ListFilter) => void;
}

/** What a list shows; empty is everything. */
export function ListFilters({ kind, filter, onChange }: Properties) {
  const me = session.value?.agent;
  const belongsTo = kind === 'customers' ? 'organisation' : 'parent';
  const set = (name: keyof ListFilter, value: string | undefined) => {
    const { [name]: _, ...others } = filter;
    onChange(value ? { ...others, [name]: value } : others);
  };
  const owner = filter.owner ?? '';
  const all = { value: '', label: t('choice.all') };
  const languages = LANGUAGES();
  const language = filter.language ?? '';
  return (
    <div class="filters" role="group" aria-label={t('list.filters')} data-testid="filters">
      <ChoiceField
        name="segment"
        label={t('record.segment')}
        value={filter.segment ?? ''}
        choices={[all, ...segmentChoices(filter.segment ?? '')]}
        onChange={(value) => set('segment', value)}
      />
      <ChoiceField
        name="owner"
        label={t('record.owner')}
        value={owner}
        choices={[
          all,
          ...(me ? [{ value: me.id, label: t('choice.me', { name: me.name }) }] : []),
          ...(owner !== '' && owner !== me?.id ? [{ value: owner, label: t('choice.otherOwner') }] : []),
        ]}
        onChange={(value) => set('owner', value)}
      />
      <ChoiceField
        name="language"
        label={t('record.language')}
        value={language}
        choices={[
          all,
          ...(language === '' || languages.some((one) => one.value === language)
            ? []
            : [{ value: language, label: language }]),
          ...languages,
        ]}
        onChange={(value) => set('language', value)}
      />
      <TagFilter value={filter.tag ?? ''} onChange={(value) => set('tag', value)} />
      <OrganisationFilter
        kind={kind}
        id={filter[belongsTo]}
        name={belongsTo}
        onChange={(value) => set(belongsTo, value)}
      />
    </div>
  );
}

/** Looked for when the field is left or Enter pressed: part of a tag finds nothing. */
function TagFilter({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const id = useId();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  return (
    <div class="field">
      <label for={id}>{t('record.tag')}</label>
      <input
        id={id}
        value={text}
        autocomplete="off"
        data-testid="filter-tag"
        onInput={(event) => setText(event.currentTarget.value)}
        onChange={() => onChange(text.trim())}
      />
    </div>
  );
}

function OrganisationFilter(properties: {
  kind: RecordKind;
  id: string | undefined;
  name: string;
  onChange: (id: string | undefined) => void;
}) {
  const { kind, id, name, onChange } = properties;
  const [named, setNamed] = useState<Named>();
  useEffect(() => {
    if (id === undefined || named?.id === id) return;
    let here = true;
    records.read<Organisation>('organisations', id).then(
      (found) => here && setNamed({ id, name: found.name }),
      // It may be gone or not for these eyes: the filter still holds, and can be taken off.
      () => here && setNamed({ id, name: t('choice.unknownOrganisation') }),
    );
    return () => {
      here = false;
    };
  }, [id]);
  return (
    <OrganisationField
      name={name}
      label={t(`record.within.${kind}`)}
      value={id === undefined ? undefined : named?.id === id ? named : { id, name: '…' }}
      onChange={(chosen) => {
        setNamed(chosen);
        onChange(chosen?.id);
      }}
    />
  );
}
