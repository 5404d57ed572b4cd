import type { Page, Request } from 'playwright-core';
import type { Conversation, FollowUp, MailDraft } from '../../src/api/mail.ts';
import type { Scene } from './browser.ts';
import { ago } from './clockOfWorld.ts';
import * as known from './mailWorld.ts';

type Reply =
  | { json: unknown }
  | { status: number; contentType: string; body: string; headers?: Record<string, string> };

/** What a page has written so far: the server keeps it over a reload. */
interface Kept {
  draft?: MailDraft;
  followUp?: FollowUp;
  mails: Conversation['mails'];
  /** What was split or joined. */
  moves?: Conversation['moves'];
  /** It is one that the agent began. */
  begun?: boolean;
}

const keptFor = new WeakMap<Page, Kept>();

/** The answers about mails. */
export function mailAnswer(scene: Scene, path: string, request: Request): Reply | undefined {
  const [, kind, id, part, more] = path.split('/');
  const page = request.frame().page();
  const kept = keptFor.get(page) ?? { mails: known.conversation.mails };
  keptFor.set(page, kept);
  if (kind === 'try-mail') return tryMailAnswer(scene, request);
  if (kind === 'customers' && part === 'mails') return { json: { interaction: known.NEW_MAIL } };
  if (id === known.NEW_MAIL && part === 'mail' && !kept.begun)
    keptFor.set(page, Object.assign(kept, { mails: [], begun: true }));
  if (kind === 'interactions' && part === 'mail') return conversationAnswer(scene, kept, more, request);
  if (kind !== 'mails') return undefined;
  if (id === 'files') {
    const name = new URL(request.url()).searchParams.get('name');
    return { json: { name, mediaType: 'text/plain', sha256: 'a'.repeat(64), size: 12 } };
  }
  if (part === 'page') {
    const headers = { 'Content-Security-Policy': known.PAGE_POLICY };
    return { status: 200, contentType: 'text/html; charset=utf-8', body: known.PAGE, headers };
  }
  if (part === 'take-back') return takenBack(kept);
  return undefined;
}

function conversationAnswer(scene: Scene, kept: Kept, part: string | undefined, request: Request): Reply | undefined {
  if (part === 'texts') {
    const sales = new URL(request.url()).searchParams.get('mailbox') === 'sales';
    return { json: sales ? known.salesTexts : known.texts };
  }
  if (part === 'draft' && request.method() === 'PUT') {
    const { answers, ...content } = request.postDataJSON();
    const version = (kept.draft?.version ?? 0) + 1;
    kept.draft = { id: 'd1', version, content: { mailbox: 'support', ...content }, answers, changedAt: ago(0) };
    return { json: kept.draft };
  }
  if (part === 'follow-up') {
    kept.followUp = { ...request.postDataJSON(), agent: 'Anna Kurz', mine: true };
    return undefined;
  }
  if (part === 'draft') {
    delete kept.draft;
    return undefined;
  }
  if (part === 'send' && scene.refusal !== undefined) {
    // Somebody writes on it in another tab.
    if (kept.draft) {
      const { draft } = kept;
      kept.draft = { ...draft, version: 9, content: { ...draft.content, text: 'Written in the other tab.' } };
    }
    const { status } = scene.refusal;
    return { status, contentType: 'application/problem+json', body: JSON.stringify(scene.refusal) };
  }
  if (part === 'send') {
    const sent = known.waiting(kept.draft?.content.text ?? '');
    kept.mails = [...kept.mails, sent];
    delete kept.draft;
    return { json: { mail: sent.id, dueAt: sent.delivery?.dueAt } };
  }
  if (part === 'others') return { json: { items: known.others } };
  if (part === 'split' || part === 'join') {
    if (scene.refusal !== undefined) {
      const { status } = scene.refusal;
      return { status, contentType: 'application/problem+json', body: JSON.stringify(scene.refusal) };
    }
    const split = part === 'split';
    kept.moves = [...(kept.moves ?? []), split ? known.splitAway : known.joined];
    if (split) kept.mails = kept.mails.filter(({ id }) => id !== request.postDataJSON().mail);
    return { json: split ? { interaction: 'i20', move: 'v1' } : { move: 'v2' } };
  }
  if (part === 'undo') {
    delete kept.moves;
    kept.mails = known.conversation.mails;
    return undefined;
  }
  const { mails, draft, followUp, moves } = kept;
  const begun = kept.begun && mails.length === 0 ? { begun: known.begun } : {};
  return {
    json: {
      ...known.conversation,
      mails,
      moves: moves ?? [],
      ...(draft === undefined ? {} : { draft }),
      ...(followUp === undefined ? {} : { followUp }),
      ...begun,
    },
  };
}

function takenBack(kept: Kept): Reply {
  const text = kept.mails.at(-1)?.content.text ?? '';
  kept.mails = kept.mails.slice(0, -1);
  const to = [{ name: '', address: 'kaethe.schoenfeld@example.org' }];
  const content = { mailbox: 'support', to, cc: [], subject: 'Re: Line is slow since Monday', text, files: [] };
  kept.draft = { id: 'd1', version: 1, content, answers: 'm5', changedAt: ago(0) };
  return { json: kept.draft };
}

function tryMailAnswer(scene: Scene, request: Request): Reply | undefined {
  if (request.method() === 'POST') return undefined;
  return { json: scene.voice === false ? { available: false, mailboxes: [], mails: [] } : known.tryPage };
}
