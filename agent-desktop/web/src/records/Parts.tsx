import { type Organisation, records } from '../api/records.ts';
import { t } from '../text/text.ts';
import { Members } from './Members.tsx';
import { usePaged } from './paging.ts';

/** The organisations that are parts of one; nothing where there are none. */
export function Parts({ organisation }: { organisation: string }) {
  const { list, more, reload } = usePaged<Organisation>(organisation, (after) =>
    records.page<Organisation>('organisations', { parent: organisation }, after),
  );
  if (list.state === 'shown' && list.items.length === 0) return null;
  return (
    <Members kind="organisations" title={t('organisation.parts')} empty="" list={list} more={more} reload={reload} />
  );
}
