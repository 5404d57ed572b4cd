import type { Need, Next, OverflowAction, WideningChange } from '../api/types.ts';
import { queueTitle } from '../app/session.ts';
import { skillTitle, teamTitle } from '../text/need.ts';
import { isKey, t } from '../text/text.ts';

/** What comes by itself, said after its time: `it moves on to Sales`. */
export function nextWords(next: Next | undefined, need: Need): string {
  switch (next?.code) {
    case 'widens': {
      const changes = next.changes.map((change) => changeWords(change, need)).filter((words) => words !== '');
      return changes.length === 0 ? t('next.step') : changes.join(t('list.comma'));
    }
    case 'overflows':
      return actionWords(next.action);
    case 'closes':
      return t('next.closes', { action: actionWords(next.action) });
    default:
      // A newer server may know steps that this page does not.
      return t('next.step');
  }
}

/** What a change names and is not needed changes nothing. */
function changeWords(change: WideningChange, need: Need): string {
  switch (change.type) {
    case 'lowerLevel': {
      const level = need.skills.find(({ skill }) => skill === change.skill)?.level ?? 0;
      return level <= change.level
        ? ''
        : t('widened.lowered', { skill: skillTitle(change.skill), level: change.level });
    }
    case 'dropSkill':
      return need.skills.some(({ skill }) => skill === change.skill)
        ? t('widened.dropped', { skill: skillTitle(change.skill) })
        : '';
    case 'addTeam':
      // No group means everybody already.
      return need.groups.length === 0 || need.groups.includes(change.team)
        ? ''
        : t('widened.groups', { groups: teamTitle(change.team) });
    default:
      return '';
  }
}

function actionWords(action: OverflowAction): string {
  if (action.type === 'toQueue') return t('next.toQueue', { queue: queueTitle(action.queue) });
  const key = `next.${action.type}`;
  return isKey(key) ? t(key) : t('next.step');
}
