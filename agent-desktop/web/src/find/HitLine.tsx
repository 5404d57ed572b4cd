import { Icon } from '../parts/Icon.tsx';
import { PhoneNumber } from '../parts/PhoneNumber.tsx';
import { t } from '../text/text.ts';
import type { Hit } from './finding.ts';

/** A person or an organisation in one line: name, where it belongs, how it is reached. */
export function HitLine({ hit }: { hit: Hit }) {
  return (
    <>
      <span class="search-name">
        <span role="img" class="channel" aria-label={t(`record.${hit.kind}`)}>
          <Icon name={hit.kind === 'customers' ? 'user' : 'building'} />
        </span>
        <span>
          {hit.name}
          {hit.organisation !== '' && <span class="search-within secondary">{hit.organisation}</span>}
        </span>
      </span>
      {hit.reachedAt !== '' && <PhoneNumber value={hit.reachedAt} />}
    </>
  );
}
