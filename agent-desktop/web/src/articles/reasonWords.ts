import type { SuggestionReason } from '../api/articles.ts';
import { queueTitle } from '../app/session.ts';
import { t } from '../text/text.ts';

const SHOWN_MAX = 2;

/** Why an article is suggested, in a sentence; the weightiest reasons only. */
export function reasonWords(reasons: readonly SuggestionReason[]): string {
  return reasons.slice(0, SHOWN_MAX).map(reasonWord).join(' · ');
}

function reasonWord(reason: SuggestionReason): string {
  switch (reason.type) {
    case 'words':
      return t(`reason.words.${reason.source}`, { words: reason.words.join(', ') });
    case 'usedInQueue':
      return t('reason.usedInQueue', { count: reason.times, queue: queueTitle(reason.queue), days: reason.days });
    case 'usedWithCustomer':
      return t('reason.usedWithCustomer', { count: reason.contacts });
    case 'helpful':
      return t('reason.helpful', { helpful: reason.helpful, of: reason.of });
    case 'sameCategory':
      return t('reason.sameCategory');
  }
}
