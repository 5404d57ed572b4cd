import { diffLines } from 'diff';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Instant, Named } from '../api/types.ts';
import { zone } from '../app/session.ts';
import { serverNow } from '../feed/clock.ts';
import { Icon } from '../parts/Icon.tsx';
import { languageName, moment } from '../text/format.ts';
import { isKey, t, title } from '../text/text.ts';
import { useCategories } from './categories.ts';
import { clearChoices, type Difference, differences, merge, type Place, type Side } from './conflict.ts';
import type { ArticleForm } from './form.ts';
import { ownerName } from './owners.ts';

interface Properties {
  read: ArticleForm;
  mine: ArticleForm;
  theirs: ArticleForm;
  changedAt: Instant;
  /** Who owned it in one version or another. */
  owners: readonly Named[];
  busy: boolean;
  onChosen: (merged: ArticleForm) => void;
  onCancel: () => void;
}

/** Somebody was faster: both versions, field by field. What only one side changed is chosen already. */
export function ConflictChoice({ read, mine, theirs, changedAt, owners, busy, onChosen, onCancel }: Properties) {
  const found = differences(read, mine, theirs);
  const [chosen, setChosen] = useState(() => clearChoices(found));
  const heading = useRef<HTMLHeadingElement>(null);
  // The form that was left may have been scrolled far down; the choice begins at its top.
  useEffect(() => heading.current?.focus(), []);
  const complete = found.every(({ place }) => chosen[place.key] !== undefined);
  return (
    <form
      class="card record-form"
      aria-labelledby="versions-title"
      data-testid="versions"
      onSubmit={(event) => {
        event.preventDefault();
        if (complete && !busy) onChosen(merge(mine, theirs, chosen));
      }}
    >
      <h1 id="versions-title" ref={heading} tabIndex={-1}>
        {t('versions.title')}
      </h1>
      <p role="alert">{t('versions.lead', { time: moment(changedAt, serverNow(), zone.value) })}</p>
      {found.length === 0 && <p class="secondary">{t('versions.same')}</p>}
      {found.map((difference) => (
        <Row
          key={difference.place.key}
          difference={difference}
          owners={owners}
          side={chosen[difference.place.key]}
          onChoose={(side) => setChosen({ ...chosen, [difference.place.key]: side })}
        />
      ))}
      <div class="form-end">
        {!complete && <span class="secondary">{t('versions.incomplete')}</span>}
        <button type="button" onClick={onCancel}>
          {t('action.cancel')}
        </button>
        <button type="submit" class="primary" disabled={!complete || busy} data-testid="versions-save">
          {t('versions.save')}
        </button>
      </div>
    </form>
  );
}

interface RowProperties {
  difference: Difference;
  owners: readonly Named[];
  side: Side | undefined;
  onChoose: (side: Side) => void;
}

function Row({ difference, owners, side, onChoose }: RowProperties) {
  const { place, by } = difference;
  return (
    <fieldset class="version" data-testid={`version-${place.key}`}>
      <legend>
        {nameOf(place)}
        {by === 'both' && (
          <span class="advice">
            <Icon name="warning" size={12} />
            {t('versions.both')}
          </span>
        )}
      </legend>
      {(['mine', 'theirs'] as const).map((which) => (
        <label key={which} class="choice version-side">
          <input
            type="radio"
            name={`version-${place.key}`}
            checked={side === which}
            data-testid={`version-${place.key}-${which}`}
            onChange={() => onChoose(which)}
          />
          <span>
            <span class="secondary">{t(`versions.${which}`)}</span>
            <Value difference={difference} owners={owners} which={which} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function nameOf(place: Place): string {
  if ('language' in place) return t(`conflict.field.${place.field}`, { language: languageName(place.language) });
  switch (place.field) {
    case 'owner':
      return t('record.owner');
    case 'reviewAt':
    case 'expiresAt':
      return t(`editor.${place.field}`);
    case 'category':
    case 'audience':
      return t(`conflict.field.${place.field}`);
  }
}

/** Of a long text only the lines that are not the same on the other side. */
function Value({ difference, owners, which }: Pick<RowProperties, 'difference' | 'owners'> & { which: Side }) {
  const { place, mine, theirs } = difference;
  const { categories } = useCategories();
  const [own, other] = which === 'mine' ? [mine, theirs] : [theirs, mine];
  const shown = place.field === 'body' ? differing(own, other) : own;
  if (shown.trim() === '') return <span class="version-line">{t('conflict.field.none')}</span>;
  if (place.field === 'category') {
    return <span class="version-line">{title(categories.find((one) => one.id === own)?.title, own)}</span>;
  }
  if (place.field === 'owner') return <span class="version-line">{ownerName(own, owners)}</span>;
  const key = `audience.${shown}`;
  return <span class="version-line version-text">{place.field === 'audience' && isKey(key) ? t(key) : shown}</span>;
}

function differing(own: string, other: string): string {
  return diffLines(other, own)
    .filter((change) => change.added)
    .map((change) => change.value)
    .join('…\n');
}
