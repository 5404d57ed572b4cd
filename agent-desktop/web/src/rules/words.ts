import type { Decision, DecisionField, Follows } from '../api/rules.ts';
import { queueTitle, session } from '../app/session.ts';
import { t, title } from '../text/text.ts';
import type { RuleForm } from './form.ts';

const MINUTE_MS = 60_000;

/** What follows from a rule, as people read it. */
export function followsWords(then: Follows): string {
  const end = t(then.goOn ? 'rules.goesOn' : 'rules.stops');
  if (then.spam) return t('rules.dropped');
  const words = [
    ...(then.queue === undefined ? [] : [t('rules.toQueue', { queue: queueTitle(then.queue) })]),
    ...Object.entries(then.skills).map(([skill, level]) => skillWords(skill, level)),
    ...(then.tier > 0 ? [t('rules.tierIs', { tier: then.tier })] : []),
    ...(then.headStart > 0 ? [headStartWords(then.headStart)] : []),
    ...(then.caseType === undefined ? [] : [t('rules.caseIs', { type: caseTypeTitle(then.caseType) })]),
    ...then.tags.map((tag) => t('rules.tagIs', { tag })),
  ];
  return t('rules.sentence', { what: words.length === 0 ? t('rules.nothing') : listed(words), end });
}

/** One field of what was decided about a mail; never empty. */
export function decidedWords(decision: Decision, field: DecisionField): string {
  switch (field) {
    case 'dropped':
      return t(decision.dropped ? 'rules.isSpam' : 'rules.notSpam');
    case 'queue':
      return queueTitle(decision.queue) || t('rules.noQueue');
    case 'skills': {
      const skills = Object.entries(decision.skills).map(([skill, level]) => skillWords(skill, level));
      return skills.length === 0 ? t('rules.noSkills') : listed(skills);
    }
    case 'tier':
      return t('rules.tierIs', { tier: decision.tier });
    case 'headStart':
      return headStartWords(decision.headStart);
    case 'caseType':
      return decision.caseType === undefined ? t('rules.noCaseType') : caseTypeTitle(decision.caseType);
    case 'tags':
      return decision.tags.length === 0 ? t('rules.noTags') : listed(decision.tags);
  }
}

/** How people call a field of a rule. */
export function fieldName(field: keyof RuleForm): string {
  return t(`ruleField.${field}`);
}

/** Never empty. */
export function fieldLines(form: RuleForm, field: keyof RuleForm): string[] {
  const value = form[field];
  if (typeof value === 'boolean') return [t(value ? 'rules.yes' : 'rules.no')];
  if (typeof value === 'number') return [String(value)];
  if (typeof value === 'object') {
    const skills = Object.entries(value).map(([skill, level]) => skillWords(skill, Number(level)));
    return skills.length === 0 ? [t('rules.noSkills')] : skills;
  }
  if (field === 'queue') return [queueTitle(value) || t('choice.none')];
  if (field === 'caseType' && value !== '') return [caseTypeTitle(value)];
  return value === '' ? [t('choice.none')] : value.split('\n');
}

export function skillTitle(id: string): string {
  return title(session.value?.skills.find((one) => one.id === id)?.title, id);
}

export function caseTypeTitle(id: string): string {
  return title(session.value?.caseTypes.find((one) => one.id === id)?.title, id);
}

const skillWords = (skill: string, level: number) => t('rules.skillIs', { skill: skillTitle(skill), level });
const headStartWords = (ms: number) => t('rules.headStartIs', { minutes: ms / MINUTE_MS });
const listed = (words: readonly string[]) => words.join(t('rules.comma'));
