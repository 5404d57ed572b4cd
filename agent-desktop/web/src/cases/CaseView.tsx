import type { ComponentChildren } from 'preact';
import type { Case } from '../api/cases.ts';
import { follow } from '../app/route.ts';
import { zone } from '../app/session.ts';
import { addresses } from '../desktop/views.ts';
import { serverNow } from '../feed/clock.ts';
import { Icon } from '../parts/Icon.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import type { Refused } from '../records/refused.ts';
import { moment } from '../text/format.ts';
import { t } from '../text/text.ts';
import { CaseActions } from './CaseActions.tsx';
import { Clocks } from './Clocks.tsx';
import { DueWord } from './DueWord.tsx';
import { NextStates } from './NextStates.tsx';
import { StateChip } from './StateChip.tsx';
import { categoryPath, teamTitle, typeOf, typeTitle } from './words.ts';

interface Properties {
  of: Case;
  mayChange: boolean;
  onChanged: (now: Case) => void;
  onEdit: (because?: Refused) => void;
}

/** Everything in a case, to read, and what can be done with it. */
export function CaseView({ of, mayChange, onChanged, onEdit }: Properties) {
  const complaint = typeOf(of.type)?.complaint ?? false;
  return (
    <section class="card record" data-testid="case">
      <header class="record-head">
        <h1 data-testid="case-subject">{of.subject}</h1>
        {mayChange && (
          <button type="button" data-testid="edit" onClick={() => onEdit()}>
            <Icon name="pencil" />
            {t('action.edit')}
            <Kbd>E</Kbd>
          </button>
        )}
      </header>
      <p class="chips">
        <strong class="figures">{of.number}</strong>
        <StateChip of={of} />
        <PriorityChip of={of} />
        <DueWord of={of} />
      </p>
      {of.mergedInto && (
        <p>
          <a href={addresses.case(of.mergedInto.id)} onClick={follow}>
            {t('case.mergedInto', { number: of.mergedInto.name })}
          </a>
        </p>
      )}
      {mayChange && <NextStates of={of} onChanged={onChanged} onMissing={onEdit} />}
      <CaseActions of={of} mayChange={mayChange} onChanged={onChanged} />
      <Clocks of={of} />
      {of.description !== '' && <p class="note-text">{of.description}</p>}
      <dl class="facts">
        <Fact name={t('case.customer')}>
          {of.customer && (
            <a href={addresses.customer(of.customer.id)} onClick={follow} data-testid="case-customer">
              {of.customer.name}
            </a>
          )}
        </Fact>
        <Fact name={t('case.organisation')}>
          {of.organisation && (
            <a href={addresses.organisation(of.organisation.id)} onClick={follow}>
              {of.organisation.name}
            </a>
          )}
        </Fact>
        <Fact name={t('case.type')}>{typeTitle(of.type)}</Fact>
        <Fact name={t('case.category')}>{of.category && categoryPath(of.category)}</Fact>
        <Fact name={t('case.owner')}>{of.owner?.name ?? <span class="secondary">{t('case.nobody')}</span>}</Fact>
        <Fact name={t('case.team')}>{of.team && teamTitle(of.team)}</Fact>
        <Fact name={t('case.product')}>{of.product?.name ?? (complaint ? '–' : undefined)}</Fact>
        <Fact name={t('case.cause')}>{of.cause ?? (complaint ? '–' : undefined)}</Fact>
        <Fact name={t('case.remedy')}>{of.remedy ?? (complaint ? '–' : undefined)}</Fact>
        <Fact name={t('case.openedAt')}>{moment(of.openedAt, serverNow(), zone.value)}</Fact>
      </dl>
    </section>
  );
}

function PriorityChip({ of }: { of: Case }) {
  const pressing = of.priority === 'HIGH' || of.priority === 'URGENT';
  return (
    <span class={pressing ? 'chip vip' : 'chip'}>
      {pressing && <Icon name="first" size={12} />}
      {t('case.priority')}: {t(`casePriority.${of.priority}`)}
    </span>
  );
}

/** Nothing where nothing is known. */
function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  if (children === undefined) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
