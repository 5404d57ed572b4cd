import { type Rule, rules, type Trial } from '../api/rules.ts';

/** Of mails that are asked about together; a large one takes the server a while. */
const PART = 20;
export const TRIED_MAX = 100;

/** What a trial has found so far. */
export interface Findings {
  /** Mails that were asked for, of {@link TRIED_MAX}. */
  asked: number;
  trials: readonly Trial[];
}

/**
 * Tries rules on the last mails, part by part.
 *
 * @param heard what was found so far; answers whether to go on
 */
export async function tryRules(tried: readonly Rule[], heard: (found: Findings) => boolean): Promise<void> {
  let trials: readonly Trial[] = [];
  for (let skip = 0; skip < TRIED_MAX; skip += PART) {
    const { items } = await rules.tryOn(tried, PART, skip);
    trials = together(trials, items);
    if (!heard({ asked: skip + PART, trials })) return;
  }
}

/** A mail that came meanwhile has moved the others into the next part. */
export function together(before: readonly Trial[], items: readonly Trial[]): Trial[] {
  const known = new Set(before.map((one) => one.mail));
  return [...before, ...items.filter((one) => !known.has(one.mail))];
}

/** @param rule only this one; without it any */
export function matching(trials: readonly Trial[], rule: string | undefined): Trial[] {
  return trials.filter(({ now }) => (rule === undefined ? now.rules.length > 0 : now.rules.includes(rule)));
}

export function elsewhere(trials: readonly Trial[]): Trial[] {
  return trials.filter((one) => one.before !== undefined && one.differs.length > 0);
}

export interface Failure {
  rule: string;
  /** At the first of them. */
  why: string;
  mails: number;
}

/** Rules that could not be asked, each once. */
export function failures(trials: readonly Trial[]): Failure[] {
  const found = new Map<string, Failure>();
  for (const { failed } of trials) {
    for (const [rule, why] of Object.entries(failed)) {
      const before = found.get(rule);
      found.set(rule, before ? { ...before, mails: before.mails + 1 } : { rule, why, mails: 1 });
    }
  }
  return [...found.values()];
}
