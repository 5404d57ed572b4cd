import { useRef } from 'preact/hooks';
import type { RecordKind } from '../api/records.ts';
import { go } from '../app/route.ts';
import { may } from '../app/session.ts';
import { FindBox } from '../find/FindBox.tsx';
import type { Hit, HitKind } from '../find/finding.ts';
import { recent } from '../find/recent.ts';
import { t } from '../text/text.ts';
import { addresses, show } from './views.ts';

const KINDS: readonly RecordKind[] = ['customers', 'organisations'];
const FOUND: readonly HitKind[] = [...KINDS, 'cases', 'orders'];

/** Anybody and anything on record, from anywhere, by one key. */
export function GlobalSearch() {
  const field = useRef<HTMLInputElement>(null);
  const creatable = KINDS.filter((kind) => may(kind === 'customers' ? 'customer.create' : 'organisation.create'));
  const kinds: readonly HitKind[] = may('article.read') ? [...FOUND, 'articles'] : FOUND;
  const away = () => field.current?.blur();
  return (
    <FindBox
      label={t('search.all')}
      placeholder={t('search.allPlaceholder')}
      kinds={kinds}
      creatable={creatable}
      before={recent.value}
      field={field}
      testId="search"
      shortcut="/"
      onChoose={(hit) => {
        away();
        go(addressOf(hit));
      }}
      onCreate={(kind, text) => {
        away();
        show.newRecord(kind, text);
      }}
    />
  );
}

function addressOf({ kind, id, customer = id, language }: Hit): string {
  switch (kind) {
    case 'cases':
      return addresses.case(id);
    case 'articles':
      return addresses.article(id, language);
    case 'orders':
      return addresses.record('customers', customer);
    case 'customers':
    case 'organisations':
      return addresses.record(kind, id);
  }
}
