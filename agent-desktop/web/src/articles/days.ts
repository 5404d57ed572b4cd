/** Days, as people write and choose them, and the instants at which they begin in the centre's zone. */

/** `2026-03-29` of an instant. */
export function dayOf(instant: string, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: zone }).format(new Date(instant));
}

/** When the day begins there; with clocks set forward at midnight, at the first minute that there is. */
export function beginOf(day: string, zone: string): string {
  const utc = Date.parse(`${day}T00:00:00Z`);
  // The offset may be another one at the instant that the first guess leads to.
  const guess = utc - offsetMs(utc, zone);
  return new Date(utc - offsetMs(guess, zone)).toISOString();
}

function offsetMs(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(instant);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? [];
  if (sign === undefined) return 0;
  const size = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === '-' ? -size : size;
}
