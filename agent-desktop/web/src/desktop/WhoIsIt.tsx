import type { Customer, Live } from '../api/types.ts';
import { openDialog } from '../app/dialogs.ts';
import { follow } from '../app/route.ts';
import { may } from '../app/session.ts';
import { attempt } from '../app/toasts.ts';
import { Icon } from '../parts/Icon.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { SegmentChip } from '../parts/SegmentChip.tsx';
import { t } from '../text/text.ts';
import { moveTo } from './moveTo.ts';
import { addresses } from './views.ts';

/** The number belongs to nobody, or to several: the agent says who it is. */
export function WhoIsIt({ contact, candidates }: { contact: Live; candidates: readonly Customer[] }) {
  if (!may('history.change')) return null;
  const text = contact.withheld ? '' : contact.from;
  return (
    <div class="who" data-testid="who-is-it">
      <p class="secondary">
        {t(candidates.length > 0 ? 'move.choose' : contact.withheld ? 'customer.anonymousMore' : 'customer.newMore')}
      </p>
      {candidates.length > 0 && (
        <ul class="candidates">
          {candidates.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                class="wide"
                data-testid="candidate"
                onClick={() => void attempt(() => moveTo(contact.id, one))}
              >
                <span>{one.name}</span>
                <SegmentChip segment={one.segment} />
                {one.organisation && <span class="secondary">{one.organisation.name}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p class="chips">
        <button type="button" class="small" data-testid="find-customer" onClick={() => openDialog('somebodyElse')}>
          <Icon name="search" />
          {t('move.find')}
          <Kbd>I</Kbd>
        </button>
        {may('customer.create') && (
          <a
            class="button small"
            href={addresses.newCaller(contact.id, text)}
            onClick={follow}
            data-testid="new-customer"
          >
            <Icon name="plus" />
            {t('record.new.customers')}
          </a>
        )}
      </p>
    </div>
  );
}
