import type { Case } from '../api/cases.ts';
import { seconds } from '../feed/clock.ts';
import { Icon } from '../parts/Icon.tsx';
import { t } from '../text/text.ts';
import { dueOf, lengthWords } from './due.ts';

/** The clock that is due next, in words; told apart by icon and word as well as by colour. */
export function DueWord({ of }: { of: Case }) {
  const due = dueOf(of, seconds.value);
  if (due === undefined) {
    return of.stateKind === 'WAITING_FOR_CUSTOMER' ? (
      <span class="due secondary">
        <Icon name="pause" size={12} />
        {t('due.paused')}
      </span>
    ) : null;
  }
  const { clock, leftMs, urgency } = due;
  return (
    <span class={`due ${urgency}`} data-testid="due">
      <Icon name={urgency === 'fine' ? 'clock' : 'warning'} size={12} />
      {t(urgency === 'overdue' ? `overdue.${clock}` : `due.${clock}`, { time: lengthWords(leftMs) })}
    </span>
  );
}
