import type { Rule } from '../api/rules.ts';

/** Rules are asked by place, and by their ids where it is the same. */

const STEP = 10;
/** The server takes no higher place. */
export const PLACE_MAX = 100_000;

type Placed = Pick<Rule, 'id' | 'place'>;

export interface Move {
  id: string;
  place: number;
}

export function inOrder<T extends Placed>(rules: readonly T[]): T[] {
  return [...rules].sort((one, other) => (isBefore(one, other) ? -1 : 1));
}

/**
 * The new places that bring a rule up or down by one: of as few rules as can be, in the order in which they are to be saved, so that
 * none of the others changes its turn meanwhile.
 */
export function moved(rules: readonly Placed[], id: string, by: 1 | -1): Move[] {
  const order = inOrder(rules);
  const from = order.findIndex((one) => one.id === id);
  const to = from + by;
  const rule = order[from];
  if (rule === undefined || to < 0 || to >= order.length) return [];
  const others = order.filter((one) => one !== rule);
  const before = others[to - 1];
  const after = others[to];
  const place = between(before?.place, after?.place).find(
    (at) =>
      (before === undefined || isBefore(before, { id, place: at })) &&
      (after === undefined || isBefore({ id, place: at }, after)),
  );
  if (place !== undefined) return [{ id, place }];
  return pushed([...others.slice(0, to), rule, ...others.slice(to)]);
}

/** A new rule is asked last. */
export function lastPlace(rules: readonly Placed[]): number {
  const last = Math.max(0, ...rules.map((one) => one.place));
  return Math.min(last + STEP, PLACE_MAX);
}

function isBefore(one: Placed, other: Placed): boolean {
  return one.place === other.place ? one.id < other.id : one.place < other.place;
}

/** The middle first, then where the id would decide. */
function between(low: number | undefined, high: number | undefined): number[] {
  if (low === undefined) return high === undefined ? [0] : [Math.floor(high / 2), high];
  if (high === undefined) return [low + STEP, low].filter((place) => place <= PLACE_MAX);
  return [Math.floor((low + high) / 2), low, high];
}

/** Everything behind the first that is out of turn goes back, the last first. */
function pushed(order: readonly Placed[]): Move[] {
  const placed: Placed[] = [];
  for (const { id, place } of order) {
    const before = placed.at(-1);
    const stays = before === undefined || isBefore(before, { id, place });
    placed.push({ id, place: stays ? place : (before?.place ?? 0) + STEP });
  }
  const fits = (placed.at(-1)?.place ?? 0) <= PLACE_MAX;
  const wanted = fits ? placed : order.map(({ id }, at) => ({ id, place: (at + 1) * STEP }));
  return wanted.filter(({ place }, at) => place !== order[at]?.place).reverse();
}
