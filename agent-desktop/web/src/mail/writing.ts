import { signal } from '@preact/signals';
import { type Conversation, type MailDraft, type MailFile, type MailText, mails } from '../api/mail.ts';
import { Problem } from '../api/problem.ts';
import { tellProblem, wordsFor } from '../app/toasts.ts';
import { readAddresses, writeAddresses } from './addresses.ts';
import { forgetHere, keepHere, keptHere } from './keptHere.ts';
import type { Preset } from './presets.ts';

const KEEP_AFTER_MS = 1_000;
const AGAIN_AFTER_MS = 4_000;
const FIELDS = ['to', 'cc', 'subject', 'text', 'html', 'files', 'mailbox', 'serviceCase'] as const;

/** The fields of an answer as they stand in the editor. */
export interface Fields {
  to: string;
  cc: string;
  subject: string;
  /** Plain; of what has formatting the words alone. */
  text: string;
  /** With formatting, where it has any. */
  html?: string | undefined;
  files: readonly MailFile[];
  /** That a new mail goes out from; an answer goes where its conversation does. */
  mailbox?: string | undefined;
  /** That a new mail will belong to. */
  serviceCase?: string | undefined;
}

export interface Writing extends Fields {
  answers?: string;
  /** What the server has of it; absent before it was first kept. */
  version?: number;
  kept: 'untouched' | 'pending' | 'kept' | 'failed';
  keptAt?: string;
  /** Why the server does not keep or send it, in its own words. */
  problem?: string;
  sending: boolean;
  /** It was written on elsewhere too: what the server has. */
  other?: MailDraft | undefined;
  /** A colleague has answered since it was begun, as is told beside it: it goes when that is confirmed. */
  answered?: boolean;
}

/** The answers that are being written, by interaction: one is kept when a call interrupts it. */
export const writings = signal<Readonly<Record<string, Writing>>>({});

const timers = new Map<string, ReturnType<typeof setTimeout>>();
/** One request after the other, so that the last version told is the last one kept. */
const keeping = new Map<string, Promise<unknown>>();

/** Goes on with what is kept, here or on the server; nothing where nothing was begun. */
export function resume(interaction: string, { draft }: Conversation): void {
  if (writings.peek()[interaction] !== undefined) return;
  const here = keptHere(interaction);
  if (draft !== undefined) put(interaction, ofDraft(draft));
  if (here === undefined) return;
  const { answers = draft?.answers, ...fields } = here;
  put(interaction, { ...begun(answers), ...writings.peek()[interaction], ...fields });
  change(interaction, {});
}

export function begin(interaction: string, { answers, ...fields }: Preset): void {
  put(interaction, { ...begun(answers), ...writings.peek()[interaction], ...answering(answers), ...fields, files: [] });
  change(interaction, {});
}

export function change(interaction: string, changed: Partial<Fields>): void {
  const now = writings.peek()[interaction];
  if (now === undefined) return;
  const { problem: _, answered: _answered, ...rest } = now;
  const next: Writing = { ...rest, ...changed, kept: 'pending' };
  put(interaction, next);
  keepHere(interaction, next);
  keepIn(interaction, KEEP_AFTER_MS);
}

/** A new mail, as far as it is known whom it is for. */
export function beginNew(interaction: string, fields: Omit<Fields, 'files'>): void {
  put(interaction, { ...begun(undefined), ...fields });
}

/** For good, here and on the server. */
export async function drop(interaction: string): Promise<void> {
  leave(interaction);
  try {
    await keeping.get(interaction);
    await mails.drop(interaction);
  } catch (error) {
    tellProblem(error);
  }
}

/**
 * Resolves to whether it is on its way; why not is told beside the editor.
 *
 * @param anyway also where a colleague has answered meanwhile
 */
export async function send(interaction: string, anyway = false): Promise<boolean> {
  update(interaction, { sending: true });
  await keep(interaction);
  const now = writings.peek()[interaction];
  if (now?.kept !== 'kept' || now.version === undefined) {
    update(interaction, { sending: false });
    return false;
  }
  try {
    await mails.send(interaction, now.version, anyway);
    leave(interaction);
    return true;
  } catch (error) {
    update(interaction, { sending: false, problem: wordsFor(error) });
    if (error instanceof Problem && error.status === 409) {
      if (error.present === undefined) await lookAtOther(interaction);
      else update(interaction, { answered: true });
    }
    return false;
  }
}

/** What was taken back is written on. */
export function goOn(interaction: string, draft: MailDraft): void {
  put(interaction, ofDraft(draft));
}

/** Of two that differ, what this page has: it takes the other's place when it is kept. */
export function takeMine(interaction: string): void {
  const now = writings.peek()[interaction];
  if (now?.other === undefined) return;
  const { other, problem: _, ...mine } = now;
  put(interaction, { ...mine, version: other.version });
  change(interaction, {});
}

/** Of two that differ, what the server has. */
export function takeOther(interaction: string): void {
  const other = writings.peek()[interaction]?.other;
  if (other === undefined) return;
  clearTimeout(timers.get(interaction));
  forgetHere(interaction);
  put(interaction, ofDraft(other));
}

async function lookAtOther(interaction: string): Promise<void> {
  try {
    const { draft } = await mails.conversation(interaction);
    if (draft !== undefined) update(interaction, { other: draft });
  } catch {
    // The refusal stands beside the editor; sending again asks anew.
  }
}

function keepIn(interaction: string, ms: number): void {
  clearTimeout(timers.get(interaction));
  timers.set(
    interaction,
    setTimeout(() => void keep(interaction), ms),
  );
}

/** At once; what is kept already is not kept again. */
async function keep(interaction: string): Promise<void> {
  clearTimeout(timers.get(interaction));
  const turn = (keeping.get(interaction) ?? Promise.resolve()).then(() => keepNow(interaction));
  keeping.set(interaction, turn);
  await turn;
}

async function keepNow(interaction: string): Promise<void> {
  const written = writings.peek()[interaction];
  // Of two that differ one must be chosen first.
  if (written === undefined || written.kept === 'kept' || written.other !== undefined) return;
  const { answers } = written;
  try {
    const draft = await mails.keep(interaction, { ...textOf(written), ...answering(answers) }, written.version ?? 0);
    update(interaction, { version: draft.version, keptAt: draft.changedAt });
    // Whoever typed on meanwhile is kept once more.
    if (isAsWritten(written, writings.peek()[interaction])) {
      update(interaction, { kept: 'kept' });
      forgetHere(interaction);
    }
  } catch (error) {
    const refused = error instanceof Problem && !error.unreachable && error.status < 500;
    update(interaction, { kept: 'failed', problem: wordsFor(error) });
    if (error instanceof Problem && error.status === 412) update(interaction, { other: error.present as MailDraft });
    // Sent or discarded elsewhere: what is written on begins anew.
    if (error instanceof Problem && error.status === 409) update(interaction, { version: 0 });
    // What the server refuses stays refused until it is changed.
    if (!refused) keepIn(interaction, AGAIN_AFTER_MS);
  }
}

export function textOf({ to, cc, subject, text, html, files, mailbox, serviceCase }: Fields): MailText {
  return {
    to: readAddresses(to).addresses,
    cc: readAddresses(cc).addresses,
    subject,
    text,
    files: [...files],
    ...(html === undefined ? {} : { html }),
    ...(mailbox === undefined ? {} : { mailbox }),
    ...(serviceCase === undefined ? {} : { serviceCase }),
  };
}

function isAsWritten(before: Fields, now: Fields | undefined): boolean {
  return FIELDS.every((field) => before[field] === now?.[field]);
}

function ofDraft({ version, content, answers, changedAt }: MailDraft): Writing {
  const { to, cc, subject, text, html, files, mailbox, serviceCase } = content;
  return {
    ...begun(answers),
    to: writeAddresses(to),
    cc: writeAddresses(cc),
    subject,
    text,
    html,
    files,
    mailbox,
    serviceCase,
    version,
    kept: 'kept',
    keptAt: changedAt,
  };
}

function begun(answers: string | undefined): Writing {
  return { to: '', cc: '', subject: '', text: '', files: [], kept: 'untouched', sending: false, ...answering(answers) };
}

const answering = (answers: string | undefined) => (answers === undefined ? {} : { answers });

function update(interaction: string, changed: Partial<Writing>): void {
  const now = writings.peek()[interaction];
  if (now !== undefined) put(interaction, { ...now, ...changed });
}

function put(interaction: string, writing: Writing): void {
  writings.value = { ...writings.peek(), [interaction]: writing };
}

function leave(interaction: string): void {
  clearTimeout(timers.get(interaction));
  forgetHere(interaction);
  const { [interaction]: _, ...others } = writings.peek();
  writings.value = others;
}
