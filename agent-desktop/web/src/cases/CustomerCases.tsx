import { type Case, cases, OPEN_KINDS } from '../api/cases.ts';
import { follow } from '../app/route.ts';
import { may } from '../app/session.ts';
import { addresses } from '../desktop/views.ts';
import { Icon } from '../parts/Icon.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { usePaged } from '../records/paging.ts';
import { t } from '../text/text.ts';
import { attached, caseChanges } from './attached.ts';
import { CaseLines } from './CaseLines.tsx';

const SHOWN = 5;

interface Properties {
  customer: string;
  /** The one at hand, with which a new case begins. */
  interaction?: string;
}

/** What a customer still waits for, what is due first at the top. */
export function CustomerCases({ customer, interaction }: Properties) {
  const { list, more, reload } = usePaged<Case>(`${customer} ${caseChanges.value}`, (after) =>
    cases.page({ customer, kinds: OPEN_KINDS.join() }, after, SHOWN),
  );
  const here = attached.value;
  return (
    <>
      {list.state === 'loading' && <Skeleton lines={2} />}
      {list.state === 'failed' && <Refusal text={list.problem ?? ''} again={reload} />}
      {list.state === 'shown' && list.items.length === 0 && <p class="secondary">{t('case.none')}</p>}
      {list.items.length > 0 && (
        <CaseLines list={list.items} here={here?.interaction === interaction ? here?.case?.id : undefined} />
      )}
      <p class="chips">
        {may('case.create') && (
          <a
            class="button small"
            href={addresses.newCase({ customer, ...(interaction === undefined ? {} : { interaction }) })}
            onClick={follow}
            data-testid="open-case"
          >
            <Icon name="plus" />
            {t('case.new')}
          </a>
        )}
        <a href={addresses.cases({ customer })} onClick={follow}>
          {t('case.all')}
        </a>
        {list.next !== undefined && (
          <button type="button" class="small" onClick={more}>
            {t('list.more')}
          </button>
        )}
      </p>
    </>
  );
}
