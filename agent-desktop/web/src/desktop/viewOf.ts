import type { RecordKind } from '../api/records.ts';

/** What the middle of the desktop shows; part of the address, so that a reload and the back button keep it. */
export type View =
  | { is: 'work' }
  | { is: 'contacts' }
  | { is: 'reports' }
  | RulesView
  | MailView
  | PulledView
  | RecordView
  | CaseView
  | ArticleView;
export type RecordView =
  | { is: 'record'; kind: RecordKind; id: string }
  | { is: 'newRecord'; kind: RecordKind }
  | { is: 'records'; kind: RecordKind };

/** A conversation to be looked at, by its interaction. */
export type MailView = { is: 'mail'; id: string };
/** The mails that wait to be taken. */
export type PulledView = { is: 'pulled' };
/** Rules and texts of mail: all of them, or the one that is written. */
export type RulesView = { is: 'rules'; page: 'rules' | 'texts'; id?: string };
export type CaseView = { is: 'case'; id: string } | { is: 'newCase' } | { is: 'cases' };
export type ArticleView =
  | { is: 'articles'; page: 'list' | 'new' | 'tend' }
  | { is: 'articles'; page: 'one' | 'edit'; id: string };

/** The last part of the address at which a record is made. */
export const NEW = 'new';
/** The last part of the address at which mails are taken. */
export const TAKE = 'take';
/** The last part of the address at which the knowledge base is looked after. */
export const TEND = 'tend';

export function viewOf(address: string): View {
  const [, first, second, third] = address.split('/');
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
  if (first === 'mail' && second === TAKE) return { is: 'pulled' };
  if (first === 'mail' && second) return { is: 'mail', id: decodeURIComponent(second) };
  if (first === 'reports') return { is: 'reports' };
  if (first === 'rules') return rulesView(second, third);
  if (first === 'articles') return articleView(second, third);
  return first === 'history' ? { is: 'contacts' } : { is: 'work' };
}

function rulesView(second: string | undefined, third: string | undefined): RulesView {
  const page = second === 'texts' ? 'texts' : 'rules';
  return third ? { is: 'rules', page, id: decodeURIComponent(third) } : { is: 'rules', page };
}

function articleView(second: string | undefined, third: string | undefined): ArticleView {
  if (!second) return { is: 'articles', page: 'list' };
  if (second === NEW || second === TEND) return { is: 'articles', page: second };
  return { is: 'articles', page: third === 'edit' ? 'edit' : 'one', id: decodeURIComponent(second) };
}
