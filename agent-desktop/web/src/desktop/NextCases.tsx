import { follow } from '../app/route.ts';
import { ownCases } from '../feed/picture.ts';
import { Icon } from '../parts/Icon.tsx';
import { t } from '../text/text.ts';
import { addresses } from './views.ts';

/** The agent's own cases that are overdue or nearly so; nothing where there are none. */
export function NextCases() {
  const { nearlyOverdue = 0, overdue = 0 } = ownCases.value ?? {};
  const due = nearlyOverdue + overdue;
  if (due === 0) return null;
  return (
    <section>
      <h2>{t('now.next')}</h2>
      <a
        href={addresses.cases({ owner: 'mine', due: 'soon' })}
        onClick={follow}
        class={overdue > 0 ? 'way overdue' : 'way'}
        data-testid="cases-due"
      >
        <Icon name={overdue > 0 ? 'warning' : 'clock'} />
        <span>
          {t('now.casesDue', { count: due })}
          {overdue > 0 && <span class="now-overdue">{t('now.casesOverdue', { count: overdue })}</span>}
        </span>
      </a>
    </section>
  );
}
