import type { RecordKind } from '../api/records.ts';
import { follow } from '../app/route.ts';
import { addresses } from '../desktop/views.ts';
import { PhoneNumber } from '../parts/PhoneNumber.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { SegmentChip } from '../parts/SegmentChip.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { t } from '../text/text.ts';
import type { Entry } from './form.ts';
import type { Paged } from './paging.ts';

interface Properties {
  kind: RecordKind;
  title: string;
  empty: string;
  list: Paged<Entry>;
  more: () => void;
  reload: () => void;
}

/** Records that belong to another one. */
export function Members({ kind, title, empty, list, more, reload }: Properties) {
  const heading = `members-${kind}`;
  return (
    <section class="record-part" aria-labelledby={heading} data-testid={heading}>
      <h2 id={heading}>{title}</h2>
      {list.state === 'loading' && <Skeleton lines={2} />}
      {list.state === 'failed' && <Refusal text={list.problem ?? ''} again={reload} />}
      {list.state === 'shown' && list.items.length === 0 && <p class="secondary">{empty}</p>}
      {list.items.length > 0 && (
        <ul class="members">
          {list.items.map((one) => (
            <li key={one.id}>
              <a href={addresses.record(kind, one.id)} onClick={follow}>
                {one.name}
              </a>
              <SegmentChip segment={one.segment} />
              {one.points[0] && <PhoneNumber value={one.points[0].value} />}
            </li>
          ))}
        </ul>
      )}
      {list.next !== undefined && (
        <button type="button" class="more" onClick={more}>
          {t('list.more')}
        </button>
      )}
    </section>
  );
}
