import { groups } from '../text/number.ts';
import { t } from '../text/text.ts';

/** Grouped by space that is only drawn, so that the number is copied and found as it is. */
export function PhoneNumber({ value, withheld = false }: { value: string; withheld?: boolean }) {
  if (withheld || value === '') return <span>{t('number.withheld')}</span>;
  return (
    <span class="number figures">
      {groups(value).map((group, at) => (
        <span key={at}>{group}</span>
      ))}
    </span>
  );
}
