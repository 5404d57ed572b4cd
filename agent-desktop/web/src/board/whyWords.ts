import type { Why } from '../api/types.ts';
import { zone } from '../app/session.ts';
import { clockTimeExact } from '../text/format.ts';
import { t } from '../text/text.ts';

/** Why somebody still waits, and with it what would free him, in a sentence. */
export function whyWords(why: Why): string {
  switch (why.code) {
    case 'noAgentSignedIn':
      return t('why.noAgentSignedIn');
    case 'allBusy':
      if (why.busy + why.wrapUp === 0) return t('why.allOnBreak', { count: why.onBreak });
      return t('why.allBusy', { busy: why.busy, wrapUp: why.wrapUp, onBreak: why.onBreak });
    case 'offered':
      return t('why.offered', { agent: why.agent?.name ?? t('why.anAgent') });
    case 'behind':
      return t('why.behind', { count: why.ahead });
    case 'declined':
      return t('why.declined', { until: clockTimeExact(why.until, zone.value) });
    default:
      // A newer server may know reasons that this page does not.
      return '';
  }
}
