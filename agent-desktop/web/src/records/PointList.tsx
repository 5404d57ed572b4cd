import type { ContactPoint } from '../api/types.ts';
import { zone } from '../app/session.ts';
import { pointWord } from '../desktop/pointWord.ts';
import { isWritable, WriteTo } from '../desktop/WriteMail.tsx';
import { Icon } from '../parts/Icon.tsx';
import { PhoneNumber } from '../parts/PhoneNumber.tsx';
import { date } from '../text/format.ts';
import { t } from '../text/text.ts';

interface Properties {
  points: readonly ContactPoint[];
  /** Whose they are, where he can be written to from here. */
  customer?: string | undefined;
}

/** Where somebody can be reached, with what is known of each place. */
export function PointList({ points, customer }: Properties) {
  if (points.length === 0) return <p class="secondary">{t('record.noPoints')}</p>;
  return (
    <ul class="points" aria-label={t('record.points')}>
      {points.map((point) => (
        <li key={`${point.kind} ${point.value}`} data-testid="point">
          <span class="secondary">{pointWord(point)}</span>
          <PhoneNumber value={point.value} />
          {customer !== undefined && isWritable(point) && <WriteTo customer={customer} address={point.value} />}
          {point.primary && <span class="chip">{t('point.primary')}</span>}
          {point.verifiedAt !== undefined && (
            <span class="chip">
              <Icon name="check" size={12} />
              {t('point.verified', { date: date(point.verifiedAt, zone.value) })}
            </span>
          )}
          {point.doNotContact && (
            <span class="chip barred">
              <Icon name="ban" size={12} />
              {t('point.doNotContact')}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
