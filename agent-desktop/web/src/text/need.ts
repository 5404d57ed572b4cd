import type { Need } from '../api/types.ts';
import { queueTitle, session } from '../app/session.ts';
import { languageName } from './format.ts';
import { t, title } from './text.ts';

const LEVEL_MIN = 1;

/** `German ≥ 7 and Sales (team night)`; empty when nothing is asked. */
export function needWords({ skills, groups }: Need): string {
  const levels = skills
    .map(({ skill, level }) =>
      level > LEVEL_MIN ? t('need.level', { skill: skillTitle(skill), level }) : skillTitle(skill),
    )
    .join(t('list.and'));
  if (groups.length === 0) return levels;
  const teams = t('need.groups', { groups: groups.map(teamTitle).join(t('list.or')) });
  return levels === '' ? teams : t('need.both', { skills: levels, groups: teams });
}

/** A skill that nobody gave a title is known by the queue it serves, or is a language. */
export function skillTitle(id: string): string {
  const given = title(session.value?.skills?.find((skill) => skill.id === id)?.title, id);
  if (given !== id) return given;
  return /^[a-z]{2}$/.test(id) ? languageName(id) : queueTitle(id);
}

export function teamTitle(id: string): string {
  return title(session.value?.teams?.find((team) => team.id === id)?.title, id);
}
