import type { Board, QueueRow, SeatRow } from '../api/types.ts';
import { oldestMs } from './trouble.ts';

export type Alarm =
  | { queue: string; cause: 'nobody'; waiting: number }
  | { queue: string; cause: 'longWrapUp'; agents: readonly string[]; oldestMs: number }
  | { queue: string; cause: 'onBreak'; onBreak: number; oldestMs: number }
  | { queue: string; cause: 'tooFew'; waiting: number; oldestMs: number };

const LONG_WRAP_UP_MS = 5 * 60_000;

/** What is wrong now, with the cause that a supervisor can do something about. */
export function alarmsOf({ queues, seats, waiting }: Board, now: number): Alarm[] {
  return queues
    .filter((row) => row.waiting > 0 && oldestMs(row, now) > row.threshold)
    .map((row) => {
      const why = waiting.find((one) => one.queue === row.id && one.why.code !== 'behind')?.why.code;
      return alarmOf(row, seats, now, why === 'noAgentSignedIn');
    });
}

function alarmOf(row: QueueRow, seats: readonly SeatRow[], now: number, nobody: boolean): Alarm {
  const base = { queue: row.id, oldestMs: oldestMs(row, now) };
  if (nobody) return { queue: row.id, cause: 'nobody', waiting: row.waiting };
  const late = seats
    .filter((seat) => seat.state === 'WRAP_UP' && seat.queue === row.id)
    .filter((seat) => now - Date.parse(seat.since) > LONG_WRAP_UP_MS);
  if (late.length > 0) return { ...base, cause: 'longWrapUp', agents: late.map((seat) => seat.agent.name) };
  const onBreak = seats.filter((seat) => seat.state === 'ON_BREAK').length;
  if (onBreak > 0) return { ...base, cause: 'onBreak', onBreak };
  return { ...base, cause: 'tooFew', waiting: row.waiting };
}
