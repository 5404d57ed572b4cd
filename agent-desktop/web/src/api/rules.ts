import { call } from './http.ts';
import type { MailAddress } from './mail.ts';
import type { Instant, Named, Titles } from './types.ts';

/** Rules and texts of mail, as docs/mail-rules.md describes them. */

export interface Follows {
  queue?: string;
  /** Levels by skill. */
  skills: Record<string, number>;
  tier: number;
  /** Milliseconds. */
  headStart: number;
  caseType?: string;
  tags: string[];
  /** It goes nowhere. */
  spam: boolean;
  /** The rules after this one are asked as well. */
  goOn: boolean;
}

export interface RuleDraft {
  title: Titles;
  /** Rules are asked in this order, and by their ids where it is the same. */
  place: number;
  enabled: boolean;
  /** CEL. */
  when: string;
  then: Follows;
}

export interface Rule extends RuleDraft {
  id: string;
  version: number;
}

/** What rules say of a mail. */
export interface Decision {
  queue?: string;
  /** Those that match. */
  rules: string[];
  skills: Record<string, number>;
  tier: number;
  headStart: number;
  caseType?: string;
  tags: string[];
  dropped: boolean;
}

export type DecisionField = 'dropped' | 'queue' | 'skills' | 'tier' | 'headStart' | 'caseType' | 'tags';

export interface Trial {
  mail: string;
  at: Instant;
  from: MailAddress;
  subject: string;
  now: Decision;
  before?: Decision;
  differs: DecisionField[];
  /** By id: rules that could not be asked, and why. */
  failed: Record<string, string>;
}

export type Purpose = 'ACKNOWLEDGEMENT' | 'OUT_OF_HOURS' | 'OVERFLOW' | 'SUGGESTION' | 'CANNED' | 'SIGNATURE';

export interface MailText {
  subject: string;
  body: string;
}

export interface TemplateDraft {
  title: Titles;
  purpose: Purpose;
  /** None: of every queue. */
  queue?: string;
  /** By language. */
  texts: Record<string, MailText>;
}

export interface Template extends TemplateDraft {
  id: string;
  version: number;
}

export type ConfiguredKind = 'mailRules' | 'mailTemplates';

const part = encodeURIComponent;

export const rules = {
  all: () => call<Rule[]>('GET', '/config/mailRules'),
  /** @param version that was read; without it a rule is made */
  put: (id: string, draft: RuleDraft, version: number | undefined) =>
    call<Rule>('PUT', `/config/mailRules/${part(id)}`, versioned(draft, version)),
  remove: ({ id, version }: Rule) => call('DELETE', `/config/mailRules/${part(id)}?version=${version}`),
  /** Newest first; `skip` leaves out so many that came later. */
  tryOn: (tried: readonly Rule[], limit: number, skip: number) =>
    call<{ items: Trial[] }>('POST', '/mail-rules/dry-run', {
      rules: tried.map(({ version: _, ...rule }) => rule),
      limit,
      skip,
    }),
  mailboxes: () => call<{ mailbox: string }[]>('GET', '/mailboxes'),

  texts: () => call<Template[]>('GET', '/config/mailTemplates'),
  putText: (id: string, draft: TemplateDraft, version: number | undefined) =>
    call<Template>('PUT', `/config/mailTemplates/${part(id)}`, versioned(draft, version)),
  removeText: ({ id, version }: Template) => call('DELETE', `/config/mailTemplates/${part(id)}?version=${version}`),

  /** When it was changed last, and by whom. */
  lastChange: async (kind: ConfiguredKind, id: string) => {
    const asked = new URLSearchParams({ kind, id, limit: '1' });
    return (await call<{ items: { at: Instant; by: Named }[] }>('GET', `/config/history?${asked}`)).items[0];
  },
};

const versioned = <T>(draft: T, version: number | undefined) => (version === undefined ? draft : { ...draft, version });
