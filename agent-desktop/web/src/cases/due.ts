import type { Case, CaseAnswer, CaseClock, ClockName } from '../api/cases.ts';
import { locale } from '../text/text.ts';

/** By when a case's customer was promised something, and how that stands at a moment. */

export const CLOCKS: readonly ClockName[] = ['firstAnswer', 'nextAnswer', 'solution'];

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export type Urgency = 'fine' | 'soon' | 'overdue';

/** The clock that runs out first; `leftMs` is negative when it has. */
export interface Due {
  clock: ClockName;
  leftMs: number;
  urgency: Urgency;
}

export type ClockState = 'running' | 'soon' | 'overdue' | 'paused' | 'pausedOverdue' | 'met' | 'missed';

export interface ClockNow {
  name: ClockName;
  state: ClockState;
  leftMs: number;
  promisedMs: number;
  /** How much of the promise is used up, 0 to 1. */
  used: number;
  /** When the answer was given. */
  at?: string;
}

type Clocked = Pick<Case, 'clocks' | 'due' | 'dueSoon'>;

/** Nothing while no clock runs. */
export function dueOf({ clocks, dueSoon }: Clocked, now: number): Due | undefined {
  const running = CLOCKS.flatMap((clock) => {
    const due = clocks[clock]?.due;
    return due === undefined ? [] : [{ clock, leftMs: Date.parse(due) - now }];
  });
  const first = running.sort((one, other) => one.leftMs - other.leftMs)[0];
  if (first === undefined) return undefined;
  const soon = dueSoon !== undefined && Date.parse(dueSoon) <= now;
  return { ...first, urgency: first.leftMs <= 0 ? 'overdue' : soon ? 'soon' : 'fine' };
}

/** All that the case still has, and what became of promised answers that were given. */
export function clocksOf(one: Clocked & Pick<Case, 'stateKind'>, now: number): ClockNow[] {
  const first = dueOf(one, now);
  return CLOCKS.flatMap((name) => {
    const clock = one.clocks[name];
    if (clock === undefined) return answerOf(one, name).map((answer) => outcome(name, answer));
    const leftMs = clock.due === undefined ? (clock.left ?? 0) : Date.parse(clock.due) - now;
    const state = stateOf(clock, leftMs, one.stateKind, first?.clock === name && first.urgency === 'soon');
    return [{ name, state, leftMs, promisedMs: clock.promised, used: usedOf(clock.promised, leftMs) }];
  });
}

function answerOf({ clocks }: Clocked, name: ClockName): CaseAnswer[] {
  const given = name === 'firstAnswer' ? clocks.firstGiven : name === 'nextAnswer' ? clocks.nextGiven : undefined;
  return given === undefined ? [] : [given];
}

function outcome(name: ClockName, { at, promised, left }: CaseAnswer): ClockNow {
  const state = left < 0 ? 'missed' : 'met';
  return { name, state, leftMs: left, promisedMs: promised, used: usedOf(promised, left), at };
}

/** Promises count working time and nights pass between, so more may be left than was promised. */
function usedOf(promisedMs: number, leftMs: number): number {
  return promisedMs <= 0 ? 1 : Math.min(1, Math.max(0, 1 - leftMs / promisedMs));
}

function stateOf(clock: CaseClock, leftMs: number, kind: Case['stateKind'], soon: boolean): ClockState {
  if (clock.due !== undefined) return leftMs <= 0 ? 'overdue' : soon ? 'soon' : 'running';
  const done = kind === 'SOLVED' || kind === 'CLOSED';
  if (leftMs < 0) return done ? 'missed' : 'pausedOverdue';
  return done ? 'met' : 'paused';
}

/** `35 mins`, `3 hrs 10 mins`, `2 days`; at least a minute, and never more exact than anybody needs. */
export function lengthWords(ms: number): string {
  const size = Math.abs(ms);
  if (size >= 2 * DAY_MS) return unit(Math.floor(size / DAY_MS), 'day');
  const hours = Math.floor(size / HOUR_MS);
  const minutes = Math.floor((size % HOUR_MS) / MINUTE_MS);
  if (hours === 0) return unit(Math.max(1, minutes), 'minute');
  return minutes === 0 ? unit(hours, 'hour') : `${unit(hours, 'hour')} ${unit(minutes, 'minute')}`;
}

function unit(count: number, name: 'day' | 'hour' | 'minute'): string {
  return new Intl.NumberFormat(locale.value, { style: 'unit', unit: name, unitDisplay: 'short' }).format(count);
}
