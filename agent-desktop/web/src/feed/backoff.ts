const FIRST_MS = 250;
const LONGEST_MS = 8_000;

/**
 * How long to wait before the attempt of this number (from 0). Spread by half, so that a room full of browsers does not
 * come back in the same instant.
 *
 * @param chance from 0 to 1
 */
export function backoffMs(attempt: number, chance: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
  return Math.round(full * (0.5 + chance / 2));
}
