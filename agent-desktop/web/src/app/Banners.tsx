import { feedState } from '../feed/feed.ts';
import { Icon } from '../parts/Icon.tsx';
import { t } from '../text/text.ts';
import { troubles } from './notices.ts';

/** What stands in the way of work right now, until it is over. */
export function Banners() {
  return (
    <div class="banners" role="status">
      {feedState.value === 'lost' && (
        <div class="banner error" data-testid="banner-lost">
          <Icon name="warning" />
          <span>{t('banner.lost')}</span>
        </div>
      )}
      {[...troubles.value].map((trouble) => (
        <div key={trouble} class="banner error" data-testid={`banner-${trouble}`}>
          <Icon name="warning" />
          <span>{t(`banner.${trouble}`)}</span>
        </div>
      ))}
    </div>
  );
}
