import { useRef } from 'preact/hooks';
import type { RecordKind } from '../api/records.ts';
import { may } from '../app/session.ts';
import { FindBox } from '../find/FindBox.tsx';
import type { HitKind } from '../find/finding.ts';
import { recent } from '../find/recent.ts';
import { t } from '../text/text.ts';
import { show } from './views.ts';

const KINDS: readonly RecordKind[] = ['customers', 'organisations'];
const FOUND: readonly HitKind[] = [...KINDS, 'cases'];

/** Anybody and anything on record, from anywhere, by one key. */
export function GlobalSearch() {
  const field = useRef<HTMLInputElement>(null);
  const creatable = KINDS.filter((kind) => may(kind === 'customers' ? 'customer.create' : 'organisation.create'));
  const away = () => field.current?.blur();
  return (
    <FindBox
      label={t('search.all')}
      placeholder={t('search.allPlaceholder')}
      kinds={FOUND}
      creatable={creatable}
      before={recent.value}
      field={field}
      testId="search"
      shortcut="/"
      onChoose={(hit) => {
        away();
        if (hit.kind === 'cases') show.case(hit.id);
        else show.record(hit.kind, hit.id);
      }}
      onCreate={(kind, text) => {
        away();
        show.newRecord(kind, text);
      }}
    />
  );
}
