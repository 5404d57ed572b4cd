import { zone } from '../app/session.ts';
import { board } from '../feed/picture.ts';
import { Icon } from '../parts/Icon.tsx';
import { clockTimeExact } from '../text/format.ts';
import { t } from '../text/text.ts';
import { stale } from './now.ts';

/** Figures that stand still say so, and since when. */
export function StaleNote() {
  const at = board.value?.at;
  if (!stale.value || at === undefined) return null;
  return (
    <p class="banner error inside" role="alert" data-testid="stale">
      <Icon name="clock" />
      {t('board.stale', { at: clockTimeExact(at, zone.value) })}
    </p>
  );
}
