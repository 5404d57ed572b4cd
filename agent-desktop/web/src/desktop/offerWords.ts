import type { Need, Reason } from '../api/types.ts';
import { elapsed } from '../text/format.ts';
import { needWords, skillTitle, teamTitle } from '../text/need.ts';
import { isKey, t } from '../text/text.ts';

/** Why this came to this agent, in a few sentences. What this page does not know yet is left out. */
export function reasonWords(reason: Reason | undefined, now: number): string {
  if (reason === undefined) return '';
  const others = reason.waitingInQueue > 1 ? t('offer.firstOf', { count: reason.waitingInQueue }) : '';
  return [chosenWords(reason, now), others, widenedWords(reason), aheadWords(reason)]
    .filter((part) => part !== '')
    .join(' ');
}

function chosenWords(reason: Reason, now: number): string {
  if (reason.preferred) return t('offer.preferred');
  if (reason.chosen === 'AGENT') return agentWords(reason, now);
  const key = `offer.next.${reason.choice}`;
  return reason.chosen === 'CUSTOMER' && isKey(key) ? t(key) : '';
}

/** The customer was first; among the free agents the queue's strategy chose this one. */
function agentWords(reason: Reason, now: number): string {
  const need = needWords(reason.need);
  if (reason.idleSeats <= 1) return need === '' ? t('offer.onlyFree') : t('offer.onlyFreeWith', { need });
  const key = `offer.by.${reason.strategy}`;
  if (!isKey(key)) return '';
  const count = reason.idleSeats;
  return t('offer.choice', {
    who: need === '' ? t('offer.free', { count }) : t('offer.freeWith', { count, need }),
    why: t(key, { idle: elapsed(now - Date.parse(reason.idleSince)) }),
  });
}

function widenedWords({ widened, need }: Reason): string {
  if (widened === undefined) return '';
  const changes = changesOf(widened.before, need).join(t('list.comma'));
  return changes === '' ? '' : t('offer.widened', { after: elapsed(widened.after), changes });
}

function changesOf(before: Need, after: Need): string[] {
  const skills = before.skills.flatMap(({ skill, level }) => {
    const now = after.skills.find((one) => one.skill === skill)?.level;
    if (now === undefined) return [t('widened.dropped', { skill: skillTitle(skill) })];
    return now < level ? [t('widened.lowered', { skill: skillTitle(skill), level: now })] : [];
  });
  const groups = after.groups.filter((group) => !before.groups.includes(group));
  return groups.length === 0
    ? skills
    : [...skills, t('widened.groups', { groups: groups.map(teamTitle).join(t('list.and')) })];
}

function aheadWords({ tier, headStart }: Reason): string {
  const parts = [];
  if (tier > 0) parts.push(t('offer.tier', { tier }));
  if (headStart > 0) parts.push(t('offer.headStart', { time: elapsed(headStart) }));
  return parts.join(' ');
}
