import { Icon, type IconName } from '../parts/Icon.tsx';
import { PhoneNumber } from '../parts/PhoneNumber.tsx';
import { t } from '../text/text.ts';
import type { Hit, HitKind } from './finding.ts';

const ICONS: Record<HitKind, IconName> = { customers: 'user', organisations: 'building', cases: 'case' };

/** Something found in one line: a person or an organisation with where it belongs and how it is reached, a case with its customer and number. */
export function HitLine({ hit }: { hit: Hit }) {
  return (
    <>
      <span class="search-name">
        <span role="img" class="channel" aria-label={t(`record.${hit.kind}`)}>
          <Icon name={ICONS[hit.kind]} />
        </span>
        <span>
          {hit.name}
          {hit.organisation !== '' && <span class="search-within secondary">{hit.organisation}</span>}
        </span>
      </span>
      {hit.kind === 'cases' ? (
        <span class="number figures">{hit.reachedAt}</span>
      ) : (
        hit.reachedAt !== '' && <PhoneNumber value={hit.reachedAt} />
      )}
    </>
  );
}
