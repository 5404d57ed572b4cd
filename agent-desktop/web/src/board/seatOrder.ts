import type { SeatRow, SeatState } from '../api/types.ts';

const ORDER: Record<SeatState, number> = {
  ON_CONTACT: 0,
  CONNECTING: 1,
  OFFERED: 1,
  WRAP_UP: 2,
  READY: 3,
  ON_BREAK: 4,
  SIGNED_OUT: 5,
};

/** Working seats first, by state and name, so that a seat is found where its state is. */
export function inOrder(seats: readonly SeatRow[]): SeatRow[] {
  return [...seats].sort(
    (one, other) => ORDER[one.state] - ORDER[other.state] || one.agent.name.localeCompare(other.agent.name),
  );
}
