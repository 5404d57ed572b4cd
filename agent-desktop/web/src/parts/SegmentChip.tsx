import { session } from '../app/session.ts';
import { title } from '../text/text.ts';
import { Icon } from './Icon.tsx';

/** What a customer is to the centre; one who goes before others stands out. */
export function SegmentChip({ segment }: { segment: string | undefined }) {
  if (segment === undefined) return null;
  const known = session.value?.customerSegments.find((one) => one.id === segment);
  return (
    <span class={known?.preferred ? 'chip vip' : 'chip'} data-testid="segment">
      {known?.preferred && <Icon name="star" size={12} />}
      {title(known?.title, segment)}
    </span>
  );
}
