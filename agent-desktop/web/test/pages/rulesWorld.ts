import type { Decision, Rule, Template, Trial } from '../../src/api/rules.ts';
import { draftOf, newRule, type RuleForm } from '../../src/rules/form.ts';
import { ago } from './clockOfWorld.ts';

/** Rules of a small centre, and what a trial of them finds. */

function rule(id: string, place: number, form: Partial<RuleForm>): Rule {
  return { id, version: 3, ...draftOf({ ...newRule(place), ...form }) };
}

export const RULES: Rule[] = [
  rule('casino', 10, {
    titleEn: 'Games of chance',
    titleZh: '博彩',
    when: "mail.subject.matches('(?i)casino') || mail.domain == 'lucky.example'",
    spam: true,
  }),
  rule('bills', 20, {
    titleEn: 'Invoices',
    titleZh: '发票',
    when: "mail.subject.matches('(?i)invoice') && mail.attachments.exists(file, file.type == 'application/pdf')",
    queue: 'sales',
    skills: { de: '5' },
    headStart: '10',
    tags: 'invoice, paper',
  }),
  rule('night', 30, {
    titleEn: 'At night and at weekends',
    titleZh: '夜间与周末',
    when: 'time.weekday > 5 || time.hour < 7 ||\n  !time.open',
    tier: '1',
    goOn: true,
  }),
  rule('old', 40, {
    titleEn: 'Spring campaign',
    titleZh: '春季活动',
    when: "'x-campaign' in mail.headers",
    enabled: false,
    caseType: 'complaint',
  }),
];

const DECIDED: Decision = {
  queue: 'support',
  rules: [],
  skills: {},
  tier: 0,
  headStart: 0,
  tags: [],
  dropped: false,
};

/** The newest 25 mails, of which three would be treated otherwise. */
export const TRIALS: Trial[] = Array.from({ length: 25 }, (_, at) => ({
  mail: `m${at}`,
  at: ago(at * 5_400 + 60),
  from: { address: `guest${at}@mail.example`, name: at % 2 === 0 ? 'Ruth Moreno' : '' },
  subject: ['Invoice 2026-118', 'Win at the casino', 'Where is my parcel?'][at % 3] ?? '',
  now: DECIDED,
  before: DECIDED,
  differs: [],
  failed: at === 7 ? { old: 'key x-campaign is not there' } : {},
}));

const invoices = { ...DECIDED, queue: 'sales', rules: ['bills'], skills: { de: 5 }, tags: ['invoice', 'paper'] };
Object.assign(TRIALS[0] ?? {}, { now: invoices, differs: ['queue', 'skills', 'tags'] });
Object.assign(TRIALS[1] ?? {}, { now: { ...DECIDED, dropped: true, rules: ['casino'] }, differs: ['dropped'] });
Object.assign(TRIALS[21] ?? {}, { now: { ...invoices, rules: ['night', 'bills'] }, differs: ['queue'] });

export const TEXTS: Template[] = [
  {
    id: 'closed',
    version: 3,
    title: { en: 'Closed', zh: '非服务时间' },
    purpose: 'OUT_OF_HOURS',
    texts: {
      en: {
        subject: '[{number}] Re: {subject}',
        body: 'Dear {name},\n\nwe are there again from {opens}.\n\n-- \n{centre}',
      },
      zh: { subject: '[{number}] 回复：{subject}', body: '{name}：\n\n我们将于 {opens} 恢复服务。\n\n-- \n{centre}' },
    },
  },
  {
    id: 'invoice-copy',
    version: 1,
    title: { en: 'Copy of an invoice', zh: '发票副本' },
    purpose: 'CANNED',
    queue: 'sales',
    texts: { en: { subject: '', body: 'Dear {name},\n\nplease find a copy of your invoice attached.' } },
  },
];
