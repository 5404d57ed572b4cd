import { records } from '../api/records.ts';
import type { Customer } from '../api/types.ts';
import { t } from '../text/text.ts';
import { Members } from './Members.tsx';
import { usePaged } from './paging.ts';

/** Who belongs to an organisation. */
export function People({ organisation }: { organisation: string }) {
  const { list, more, reload } = usePaged<Customer>(organisation, (after) =>
    records.page<Customer>('customers', { organisation }, after),
  );
  return (
    <Members
      kind="customers"
      title={t('organisation.people')}
      empty={t('organisation.noPeople')}
      list={list}
      more={more}
      reload={reload}
    />
  );
}
