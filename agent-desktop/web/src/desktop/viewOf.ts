import type { RecordKind } from '../api/records.ts';

/** What the middle of the desktop shows; part of the address, so that a reload and the back button keep it. */
export type View = { is: 'work' } | { is: 'contacts' } | RecordView | CaseView;
export type RecordView =
  | { is: 'record'; kind: RecordKind; id: string }
  | { is: 'newRecord'; kind: RecordKind }
  | { is: 'records'; kind: RecordKind };

export type CaseView = { is: 'case'; id: string } | { is: 'newCase' } | { is: 'cases' };

/** The last part of the address at which a record is made. */
export const NEW = 'new';

export function viewOf(address: string): View {
  const [, first, second] = address.split('/');
  if (first === 'customers' || first === 'organisations') {
    if (!second) return { is: 'records', kind: first };
    return second === NEW
      ? { is: 'newRecord', kind: first }
      : { is: 'record', kind: first, id: decodeURIComponent(second) };
  }
  if (first === 'cases') {
    if (!second) return { is: 'cases' };
    return second === NEW ? { is: 'newCase' } : { is: 'case', id: decodeURIComponent(second) };
  }
  return first === 'history' ? { is: 'contacts' } : { is: 'work' };
}
