import { useEffect, useRef, useState } from 'preact/hooks';
import type { Instant } from '../api/types.ts';
import { zone } from '../app/session.ts';
import { serverNow } from '../feed/clock.ts';
import { Icon } from '../parts/Icon.tsx';
import { moment } from '../text/format.ts';
import { t } from '../text/text.ts';
import { clearChoices, type Difference, differences, merge, type Side } from './versions.ts';

/** The fields of a form, and how people read them. */
export interface Fields<F> {
  all: readonly (keyof F & string)[];
  nameOf: (field: keyof F & string) => string;
  /** Never empty. */
  linesOf: (form: F, field: keyof F & string) => string[];
}

interface Properties<F> {
  fields: Fields<F>;
  read: F;
  mine: F;
  theirs: F;
  changedAt: Instant;
  busy: boolean;
  onChosen: (merged: F) => void;
  onCancel: () => void;
}

/** Somebody was faster: both versions, field by field. What only one side changed is chosen already. */
export function VersionChoice<F extends object>(properties: Properties<F>) {
  const { fields, read, mine, theirs, changedAt, busy, onChosen, onCancel } = properties;
  const found = differences(fields.all, read, mine, theirs);
  const [chosen, setChosen] = useState(() => clearChoices(found));
  const heading = useRef<HTMLHeadingElement>(null);
  // The form that was left may have been scrolled far down; the choice begins at its top.
  useEffect(() => heading.current?.focus(), []);
  const complete = found.every(({ field }) => chosen[field] !== undefined);
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
          key={difference.field}
          difference={difference}
          name={fields.nameOf(difference.field)}
          lines={(which) => fields.linesOf(which === 'mine' ? mine : theirs, difference.field)}
          side={chosen[difference.field]}
          onChoose={(side) => setChosen({ ...chosen, [difference.field]: side })}
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

interface RowProperties<F> {
  difference: Difference<F>;
  name: string;
  lines: (which: Side) => string[];
  side: Side | undefined;
  onChoose: (side: Side) => void;
}

function Row<F>({ difference, name, lines, side, onChoose }: RowProperties<F>) {
  const { field, by } = difference;
  return (
    <fieldset class="version" data-testid={`version-${field}`}>
      <legend>
        {name}
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
            name={`version-${field}`}
            checked={side === which}
            data-testid={`version-${field}-${which}`}
            onChange={() => onChoose(which)}
          />
          <span>
            <span class="secondary">{t(`versions.${which}`)}</span>
            {lines(which).map((line, at) => (
              <span key={at} class="version-line">
                {line}
              </span>
            ))}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
