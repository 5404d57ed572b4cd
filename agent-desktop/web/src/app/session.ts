import { computed, signal } from '@preact/signals';
import { onSignedOut, useCsrf } from '../api/http.ts';
import { Problem } from '../api/problem.ts';
import { requests } from '../api/requests.ts';
import type { BreakReason, Disposition, Queue, Session } from '../api/types.ts';
import { forgetRecent } from '../find/recent.ts';
import { isKey, prefer, t, title } from '../text/text.ts';
import { tellProblem } from './toasts.ts';

export type SessionState = { is: 'loading' } | { is: 'unreachable' } | { is: 'signedOut'; ended: boolean } | SignedIn;
interface SignedIn {
  is: 'signedIn';
  session: Session;
}

export const sessionState = signal<SessionState>({ is: 'loading' });
export const session = computed(() => (sessionState.value.is === 'signedIn' ? sessionState.value.session : undefined));
export const zone = computed(() => session.value?.centre.zone);

onSignedOut(endSession);

export function endSession(): void {
  if (sessionState.value.is === 'signedOut') return;
  sessionState.value = { is: 'signedOut', ended: sessionState.value.is === 'signedIn' };
}

/** Asks the server who is signed in; also told by the feed to look again. */
export async function loadSession(): Promise<void> {
  try {
    const opened = await requests.session();
    if (opened === undefined) endSession();
    else enter(opened);
  } catch {
    if (sessionState.value.is === 'loading') sessionState.value = { is: 'unreachable' };
  }
}

export async function signIn(login: string, password: string): Promise<Session> {
  const opened = await requests.signIn(login, password);
  enter(opened);
  return opened;
}

export async function signOut(): Promise<void> {
  try {
    await requests.signOut();
  } catch (error) {
    if (!(error instanceof Problem && error.status === 401)) {
      tellProblem(error);
      return;
    }
  }
  forgetRecent();
  sessionState.value = { is: 'signedOut', ended: false };
}

function enter(opened: Session): void {
  useCsrf(opened.csrf);
  prefer(opened.agent.language);
  const now = sessionState.value;
  if (now.is === 'signedIn' && JSON.stringify(now.session) === JSON.stringify(opened)) return;
  sessionState.value = { is: 'signedIn', session: opened };
}

/** Whether the role allows it on some records at least; the server decides about each. */
export function may(right: string): boolean {
  return session.value?.rights.includes(right) ?? false;
}

export function queueTitle(id: string | undefined): string {
  if (id === undefined) return '';
  return title(find<Queue>(session.value?.queues, id)?.title, id);
}

export function breakTitle(id: string | undefined): string {
  if (id === undefined) return t('state.ON_BREAK');
  const known = find<BreakReason>(session.value?.breakReasons, id);
  if (known) return title(known.title, id);
  const key = `break.${id}`;
  return isKey(key) ? t(key) : id;
}

export function dispositionTitle(id: string | undefined): string {
  return id === undefined ? '' : title(find<Disposition>(session.value?.dispositions, id)?.title, id);
}

/** Those that fit the queue: its own and the common ones. */
export function dispositionsFor(queue: string | undefined): Disposition[] {
  return (session.value?.dispositions ?? []).filter((one) => one.queue === undefined || one.queue === queue);
}

function find<T extends { id: string }>(all: readonly T[] | undefined, id: string): T | undefined {
  return all?.find((one) => one.id === id);
}
