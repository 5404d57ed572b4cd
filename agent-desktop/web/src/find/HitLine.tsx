import { Icon, type IconName } from '../parts/Icon.tsx';
import { PhoneNumber } from '../parts/PhoneNumber.tsx';
import { t } from '../text/text.ts';
import type { Hit, HitKind } from './finding.ts';

const ICONS: Record<HitKind, IconName> = {
  customers: 'user',
  organisations: 'building',
  cases: 'case',
  orders: 'list',
  articles: 'book',
};

/** Something found in one line: a person or an organisation with where it belongs and how it is reached, a case with its customer and number, an order with its customer and status. */
export function HitLine({ hit }: { hit: Hit }) {
  return (
    <>
      <span class="search-name">
        <span role="img" class="channel" aria-label={t(`record.${hit.kind}`)}>
          <Icon name={ICONS[hit.kind]} />
        </span>
        <span>
          <span {...(hit.language === undefined ? {} : { lang: hit.language })}>{hit.name}</span>
          {hit.organisation !== '' && <span class="search-within secondary">{hit.organisation}</span>}
        </span>
      </span>
      <ReachedAt hit={hit} />
    </>
  );
}

function ReachedAt({ hit: { kind, reachedAt } }: { hit: Hit }) {
  if (reachedAt === '') return null;
  if (kind === 'cases') return <span class="number figures">{reachedAt}</span>;
  if (kind === 'orders') return <span class="secondary">{reachedAt}</span>;
  return <PhoneNumber value={reachedAt} />;
}
