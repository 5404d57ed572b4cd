import { locale } from '../text/text.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** `45 secs`, `12 mins`, `3 hrs 20 mins`, `80 hrs`: as exact as one needs to know how long customers wait for a mail. */
export function lengthOf(ms: number): string {
  if (ms < MINUTE_MS) return unit(Math.round(ms / 1000), 'second');
  if (ms < HOUR_MS) return unit(Math.floor(ms / MINUTE_MS), 'minute');
  // In hours: these are often hours of work, of which a day has fewer.
  if (ms >= 3 * DAY_MS) return unit(Math.round(ms / HOUR_MS), 'hour');
  const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS);
  const hours = unit(Math.floor(ms / HOUR_MS), 'hour');
  return minutes === 0 ? hours : `${hours} ${unit(minutes, 'minute')}`;
}

function unit(count: number, name: 'second' | 'minute' | 'hour'): string {
  return new Intl.NumberFormat(locale.value, { style: 'unit', unit: name, unitDisplay: 'short' }).format(count);
}
