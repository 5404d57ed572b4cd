import { groups } from '../text/number.ts';
import { t } from '../text/text.ts';

/** Grouped by space that is only drawn, so that the number is copied and found as it is. */
export function PhoneNumber({ value, withheld = false }: { value: string; withheld?: boolean }) {
  if (withheld) return <span>{t('number.withheld')}</span>;
  // Still being looked up: nothing is claimed about the caller before the server has said it.
  if (value === '') return <span>…</span>;
  return (
    <span class="number figures">
      {groups(value).map((group, at) => (
        <span key={at}>{group}</span>
      ))}
    </span>
  );
}
