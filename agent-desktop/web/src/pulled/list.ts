import type { PulledMail } from '../api/pulled.ts';
import type { Page } from '../api/types.ts';

/** The mails that wait to be taken, as they are shown: while somebody points at them, none changes its place. */

export interface Row {
  mail: PulledMail;
  /** It waits here no longer, and cannot be taken. */
  gone: boolean;
  /** What the server answered to the one who wanted to take it. */
  said?: string;
}

export interface PulledList {
  rows: readonly Row[];
  state: 'loading' | 'shown' | 'failed';
  problem?: string;
  /** There are more, from here on. */
  next?: string;
  /** The one that Enter takes. */
  chosen?: string;
  /** Somebody points at it. */
  held: boolean;
  /** As the server has it now. */
  fresh: readonly PulledMail[];
}

export type Step =
  /** Others are asked for. */
  | { is: 'begin' }
  | { is: 'read'; page: Page<PulledMail> }
  | { is: 'failed'; problem: string }
  | { is: 'hold'; held: boolean }
  | { is: 'refused'; id: string; said: string }
  /** What was said of it has been shown long enough. */
  | { is: 'told'; id: string }
  | { is: 'choose'; id: string }
  | { is: 'move'; by: 1 | -1 };

export const NONE: PulledList = { rows: [], state: 'loading', held: false, fresh: [] };

export function turn(before: PulledList, step: Step): PulledList {
  switch (step.is) {
    case 'begin':
      return NONE;
    case 'read': {
      const { next: _next, problem: _problem, ...rest } = before;
      const { items, next } = step.page;
      return arranged({ ...rest, state: 'shown', fresh: items, ...(next === undefined ? {} : { next }) });
    }
    case 'failed':
      return { ...before, state: 'failed', problem: step.problem };
    case 'hold':
      return arranged({ ...before, held: step.held });
    case 'refused':
      return { ...before, rows: changed(before.rows, step.id, (row) => ({ ...row, said: step.said })) };
    case 'told':
      return arranged({ ...before, rows: changed(before.rows, step.id, ({ said: _, ...row }) => row) });
    case 'choose':
      return canBeTaken(before.rows, step.id) ? { ...before, chosen: step.id } : before;
    case 'move':
      return moved(before, step.by);
  }
}

/** The one that has waited longest of those that are shown. */
export function oldestOf(rows: readonly Row[]): string | undefined {
  const waiting = rows.filter((row) => !row.gone).map((row) => row.mail);
  return waiting.sort((one, other) => Date.parse(one.since) - Date.parse(other.since))[0]?.id;
}

function arranged(list: PulledList): PulledList {
  const rows = list.held ? inPlace(list.rows, list.fresh) : inOrder(list.rows, list.fresh);
  const { chosen: before, ...rest } = list;
  const chosen = chosenOf(list.rows, rows, before);
  return { ...rest, rows, ...(chosen === undefined ? {} : { chosen }) };
}

/** Whoever goes leaves his place empty, and whoever comes goes to the end. */
function inPlace(before: readonly Row[], fresh: readonly PulledMail[]): Row[] {
  const known = new Set(before.map((row) => row.mail.id));
  const now = byId(fresh);
  return [
    ...before.map((row) => ({ ...row, gone: !now.has(row.mail.id), mail: now.get(row.mail.id) ?? row.mail })),
    ...fresh.filter((mail) => !known.has(mail.id)).map((mail) => ({ mail, gone: false })),
  ];
}

/** As the server has them; one that is gone stays only while something is said of it. */
function inOrder(before: readonly Row[], fresh: readonly PulledMail[]): Row[] {
  const known = new Map(before.map((row) => [row.mail.id, row]));
  const rows = fresh.map((mail): Row => ({ ...known.get(mail.id), mail, gone: false }));
  const now = byId(fresh);
  before.forEach((row, place) => {
    if (row.said !== undefined && !now.has(row.mail.id)) rows.splice(place, 0, { ...row, gone: true });
  });
  return rows;
}

/** What was chosen; when it can no longer be taken the next one, and after the last the one before. */
function chosenOf(before: readonly Row[], rows: readonly Row[], chosen: string | undefined): string | undefined {
  if (chosen !== undefined && canBeTaken(rows, chosen)) return chosen;
  const ids = before.map((row) => row.mail.id);
  const at = chosen === undefined ? -1 : ids.indexOf(chosen);
  const near = at < 0 ? [] : [...ids.slice(at + 1), ...ids.slice(0, at).reverse()];
  return near.find((id) => canBeTaken(rows, id)) ?? rows.find((row) => !row.gone)?.mail.id;
}

function moved(list: PulledList, by: 1 | -1): PulledList {
  const ids = list.rows.filter((row) => !row.gone).map((row) => row.mail.id);
  const at = list.chosen === undefined ? -1 : ids.indexOf(list.chosen);
  const chosen = ids[Math.max(0, at + by)];
  return chosen === undefined ? list : { ...list, chosen };
}

const canBeTaken = (rows: readonly Row[], id: string): boolean => rows.some((row) => row.mail.id === id && !row.gone);

const changed = (rows: readonly Row[], id: string, change: (row: Row) => Row): Row[] =>
  rows.map((row) => (row.mail.id === id ? change(row) : row));

const byId = (mails: readonly PulledMail[]) => new Map(mails.map((mail) => [mail.id, mail]));
