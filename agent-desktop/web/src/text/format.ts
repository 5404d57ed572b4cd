import { locale, t } from './text.ts';

/** `4:12`, or `1:04:12` from an hour on; never negative, so that a clock a little off shows 0:00. */
export function elapsed(ms: number): string {
  const total = Math.max(0, Math.floor(ms / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(total % 60)}` : `${minutes}:${two(total % 60)}`;
}

export function percent(level: number, digits = 0): string {
  return new Intl.NumberFormat(locale.value, { style: 'percent', maximumFractionDigits: digits }).format(level);
}

export function count(n: number): string {
  return new Intl.NumberFormat(locale.value).format(n);
}

export function clockTime(instant: string | number, zone?: string): string {
  return format(instant, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...inZone(zone) });
}

export function clockTimeExact(instant: string | number, zone?: string): string {
  return format(instant, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    ...inZone(zone),
  });
}

export function fullTime(instant: string | number, zone?: string): string {
  return format(instant, { dateStyle: 'full', timeStyle: 'medium', ...inZone(zone) });
}

/** `14:05` today, `yesterday 14:05`, `12 Mar 14:05`, `12 Mar 2024 14:05`. */
export function moment(instant: string, now: number, zone?: string): string {
  const time = clockTime(instant, zone);
  const days = daysBetween(instant, now, zone);
  if (days === 0) return time;
  if (days === 1) return t('time.yesterday', { time });
  const sameYear = year(instant, zone) === year(now, zone);
  const day = format(instant, {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
    ...inZone(zone),
  });
  return `${day} ${time}`;
}

export function date(instant: string, zone?: string): string {
  return format(instant, { dateStyle: 'medium', ...inZone(zone) });
}

/** @param minor in the smallest unit of the currency, so that 1050 of EUR is €10.50 and 1050 of JPY ¥1,050 */
export function money(minor: number, currency: string): string {
  try {
    const written = new Intl.NumberFormat(locale.value, { style: 'currency', currency });
    return written.format(minor / 10 ** (written.resolvedOptions().maximumFractionDigits ?? 0));
  } catch {
    return `${minor} ${currency}`;
  }
}

/** The name of a language in the language of the page: `de` is "German". */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames([locale.value], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** The name of a country in the language of the page: `DE` is "Germany". */
export function countryName(code: string): string {
  try {
    return new Intl.DisplayNames([locale.value], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

function daysBetween(instant: string, now: number, zone?: string): number {
  return Math.round((dayNumber(now, zone) - dayNumber(instant, zone)) / 86_400_000);
}

/** Midnight UTC of the calendar day in that zone. */
function dayNumber(instant: string | number, zone?: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', ...inZone(zone) }).format(new Date(instant));
  return Date.parse(`${parts}T00:00:00Z`);
}

function year(instant: string | number, zone?: string): string {
  return new Intl.DateTimeFormat('en', { year: 'numeric', ...inZone(zone) }).format(new Date(instant));
}

function format(instant: string | number, options: Intl.DateTimeFormatOptions): string {
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? '' : new Intl.DateTimeFormat(locale.value, options).format(at);
}

function inZone(zone: string | undefined): Intl.DateTimeFormatOptions {
  return zone === undefined || zone === '' ? {} : { timeZone: zone };
}

/** `812 byte`, `4.5 kB`, `20 MB`: in thousands, as disks are sold. */
export function fileSize(bytes: number): string {
  const [unit, size] = bytes < 1e3 ? ['byte', 1] : bytes < 1e6 ? ['kilobyte', 1e3] : (['megabyte', 1e6] as const);
  const shown = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale.value, shown).format(bytes / size);
}
