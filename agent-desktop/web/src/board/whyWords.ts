import type { AllBusy, Due, Need, Why } from '../api/types.ts';
import { breakTitle, zone } from '../app/session.ts';
import { clockTimeExact, elapsed } from '../text/format.ts';
import { needWords } from '../text/need.ts';
import { t } from '../text/text.ts';
import { nextWords } from './nextWords.ts';

/** Why somebody still waits, and with it what would free him, in a sentence. */
export function whyWords(why: Why, now: number): string {
  switch (why.code) {
    case 'noAgentSignedIn':
      return ending(nobodyWords(needWords(why.need)), why, now);
    case 'allBusy':
      return ending(busyWords(why), why, now);
    case 'offered':
      return t('why.offered', { agent: why.agent?.name ?? t('why.anAgent') });
    case 'behind':
      return ending(behindWords(why.ahead, needWords(why.need)), why, now);
    case 'preferred':
      if (why.until === undefined) return t('why.preferred', { agent: why.agent.name });
      return t('why.preferredUntil', { agent: why.agent.name, until: clock(why.until) });
    case 'scheduled':
      return why.until === undefined ? t('why.scheduled') : t('why.scheduledUntil', { until: clock(why.until) });
    case 'toBeTaken':
      return ending(t('why.toBeTaken', { count: why.able }), why, now);
    default:
      // A newer server may know reasons that this page does not.
      return '';
  }
}

function nobodyWords(need: string): string {
  return need === '' ? t('why.nobody') : t('why.nobodyWith', { need });
}

function behindWords(count: number, need: string): string {
  return need === '' ? t('why.behind', { count }) : t('why.behindWith', { count, need });
}

function busyWords(why: AllBusy): string {
  const need = needWords(why.need);
  const who = need === '' ? t('why.ableAny', { count: why.able }) : t('why.able', { count: why.able, need });
  const parts = [
    why.ringing > 0 ? t('why.ringing', { count: why.ringing }) : '',
    why.onContact > 0 ? t('why.onContact', { count: why.onContact }) : '',
    why.wrapUp > 0 ? t('why.wrapUp', { count: why.wrapUp }) : '',
    why.onBreak > 0 ? t('why.onBreak', { count: why.onBreak, breaks: breakWords(why.breaks) }) : '',
    why.resting > 0 && why.restingUntil !== undefined
      ? t('why.resting', { count: why.resting, until: clock(why.restingUntil) })
      : '',
  ];
  return [who, ...parts].filter((part) => part !== '').join(t('list.comma'));
}

function breakWords(breaks: Readonly<Record<string, number>>): string {
  return Object.keys(breaks).map(breakTitle).join(t('list.comma'));
}

/** With what comes by itself, if something does. */
function ending(sentence: string, { due, next, need }: Due & { need: Need }, now: number): string {
  const left = due === undefined ? 0 : Date.parse(due) - now;
  if (left <= 0) return t('why.end', { sentence });
  return t('why.then', { sentence, left: elapsed(left), next: nextWords(next, need) });
}

function clock(instant: string): string {
  return clockTimeExact(instant, zone.value);
}
