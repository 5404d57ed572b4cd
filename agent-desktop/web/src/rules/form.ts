import type { Rule, RuleDraft } from '../api/rules.ts';
import { lineOf, wordsOf } from '../articles/wordLists.ts';

const MINUTE_MS = 60_000;

/** A rule as it is written: each thing that is chosen as a whole apart, numbers as typed. */
export interface RuleForm {
  titleEn: string;
  titleZh: string;
  place: number;
  enabled: boolean;
  when: string;
  /** Empty: that of the mailbox, or what another rule says. */
  queue: string;
  /** Levels by skill. */
  skills: Record<string, string>;
  tier: string;
  /** Minutes. */
  headStart: string;
  caseType: string;
  /** With commas between them. */
  tags: string;
  spam: boolean;
  goOn: boolean;
}

export const RULE_FIELDS: readonly (keyof RuleForm)[] = [
  'titleEn',
  'titleZh',
  'place',
  'enabled',
  'when',
  'queue',
  'skills',
  'tier',
  'headStart',
  'caseType',
  'tags',
  'spam',
  'goOn',
];

export function newRule(place: number): RuleForm {
  return {
    titleEn: '',
    titleZh: '',
    place,
    enabled: true,
    when: 'true',
    queue: '',
    skills: {},
    tier: '0',
    headStart: '0',
    caseType: '',
    tags: '',
    spam: false,
    goOn: false,
  };
}

export function formOf({ title, place, enabled, when, then }: RuleDraft): RuleForm {
  return {
    titleEn: title.en,
    titleZh: title.zh,
    place,
    enabled,
    when,
    queue: then.queue ?? '',
    skills: Object.fromEntries(Object.entries(then.skills).map(([skill, level]) => [skill, String(level)])),
    tier: String(then.tier),
    headStart: String(then.headStart / MINUTE_MS),
    caseType: then.caseType ?? '',
    tags: lineOf(then.tags),
    spam: then.spam,
    goOn: then.goOn,
  };
}

/** What is no number counts as none; the form lets nobody send it. */
export function draftOf(form: RuleForm): RuleDraft {
  const { titleEn, titleZh, place, enabled, when, queue, skills, tier, headStart, caseType, tags, spam, goOn } = form;
  return {
    title: { en: titleEn.trim(), zh: titleZh.trim() },
    place,
    enabled,
    when,
    // biome-ignore lint/suspicious/noThenProperty: The API calls it so, and nobody awaits a rule.
    then: {
      ...(queue === '' ? {} : { queue }),
      skills: Object.fromEntries(Object.entries(skills).map(([skill, level]) => [skill, Math.round(numberOf(level))])),
      tier: Math.round(numberOf(tier)),
      headStart: Math.round(numberOf(headStart) * MINUTE_MS),
      ...(caseType === '' ? {} : { caseType }),
      tags: wordsOf(tags),
      spam,
      goOn,
    },
  };
}

/** What is dropped goes nowhere: it has no queue, and no rule comes after this one. */
export function asSpam(form: RuleForm): RuleForm {
  return { ...form, spam: true, queue: '', skills: {}, caseType: '', goOn: false };
}

/** The last part of the address at which something is made. */
export const NEW = 'new';

/** Made from the title, for people who read the log; one that is not taken yet, and that no page has. */
export function idFor(title: string, otherwise: string, taken: readonly string[]): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '');
  const base = words || otherwise;
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (id !== NEW && !taken.includes(id)) return id;
  }
}

/** As the rules would stand if everything that is written were saved. */
export function withUnsaved(stored: readonly Rule[], unsaved: ReadonlyMap<string, RuleForm>): Rule[] {
  const changed = stored.map((rule) => {
    const form = unsaved.get(rule.id);
    return form === undefined ? rule : { ...rule, ...draftOf(form) };
  });
  // What is written about a rule that was removed meanwhile is no new one.
  const made = [...unsaved]
    .filter(([id]) => id === NEW || id.startsWith(`${NEW}/`))
    .map(([id, form]) => ({ ...draftOf(form), id, version: 0 }));
  return [...changed, ...made];
}

function numberOf(text: string): number {
  const number = Number(text.trim());
  return Number.isFinite(number) ? number : 0;
}
