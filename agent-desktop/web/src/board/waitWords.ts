import type { QueueRow, Wait } from '../api/types.ts';
import { count, elapsed, percent } from '../text/format.ts';
import { isKey, t } from '../text/text.ts';

const MINUTE_MS = 60_000;

/** The estimated wait as a range of whole minutes. */
export function waitWords({ low, high }: Wait): string {
  const from = Math.floor(low / MINUTE_MS);
  const to = Math.max(1, Math.ceil(high / MINUTE_MS));
  return from === 0 ? t('wait.under', { high: count(to) }) : t('wait.range', { low: count(from), high: count(to) });
}

/** How good today's were. */
export function estimatesWords(judged: QueueRow['estimates']): string {
  if (judged === undefined) return '–';
  return t('estimates.of', {
    kept: percent(judged.kept),
    count: count(judged.count),
    error: judged.error === undefined ? '–' : elapsed(judged.error),
  });
}

/** Why it grew; empty when it did not, or by a cause of a newer server. */
export function waitCause({ cause }: Wait): string {
  const key = `wait.cause.${cause}`;
  return isKey(key) ? t(key) : '';
}
