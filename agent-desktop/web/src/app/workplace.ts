import { effect, signal } from '@preact/signals';
import { requests } from '../api/requests.ts';
import type { Session } from '../api/types.ts';
import { Feed } from '../feed/feed.ts';
import { seat } from '../feed/picture.ts';
import { onWritten } from '../feed/written.ts';
import { BrowserPhone } from '../phone/browserPhone.ts';
import { microphoneText } from '../phone/microphone.ts';
import { holdTelephone } from '../phone/onePage.ts';
import { reattachByItself } from '../phone/reattach.ts';
import { t } from '../text/text.ts';
import { callForAttention } from './attention.ts';
import { noticed } from './notices.ts';
import { endSession, loadSession } from './session.ts';
import { attempt, tell } from './toasts.ts';

const REPORT_EVERY_MS = 5_000;

export const feed = signal<Feed | undefined>(undefined);
export const phone = signal<BrowserPhone | undefined>(undefined);

/** Opens the feed of a session; the action returned closes it. */
export function openFeed(): () => void {
  const address = new URL('/api/v1/feed', window.location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  const opened = new Feed(address.href, {
    onReturn: () => void loadSession(),
    onSessionEnded: endSession,
    onNotice: noticed,
  });
  opened.open();
  feed.value = opened;
  return () => {
    opened.close();
    feed.value = undefined;
  };
}

/** Takes the seat: telephone, bell, and taking a running conversation over after a reload. */
export function takeSeat(session: Session): () => void {
  const leave = [callForAttention()];
  if (session.voice && session.phone) leave.push(connectPhone(session.phone));
  return () => {
    for (const action of leave) action();
  };
}

function connectPhone(account: NonNullable<Session['phone']>): () => void {
  const audio = document.createElement('audio');
  audio.autoplay = true;
  audio.id = 'remote-audio';
  document.body.append(audio);
  const made = new BrowserPhone(account, audio, {
    onMicrophone: (problem) => tell(t(microphoneText(problem)), 'error'),
    expected: () => seat.peek()?.interaction,
  });
  phone.value = made;
  const giveBack = holdTelephone(
    () => void made.start(),
    () => {
      made.registration.value = 'otherTab';
    },
  );
  const leave = [effect(() => made.seatIsOn(seat.value?.interaction)), reattachByItself(made), reportHealth(made)];
  return () => {
    for (const action of leave) action();
    made.stop();
    giveBack();
    audio.remove();
    phone.value = undefined;
  };
}

/** Tells the server how the telephone does: at once when it comes or goes, and now and then during a call. */
function reportHealth(made: BrowserPhone): () => void {
  const report = () => {
    const { rttMs, loss } = made.health.peek();
    const registered = made.registration.peek() === 'registered';
    feed.peek()?.say({
      type: 'phone',
      registered,
      ...(rttMs === undefined ? {} : { rttMs }),
      ...(loss === undefined ? {} : { loss }),
    });
  };
  const stop = effect(() => {
    made.registration.value;
    feed.value;
    report();
  });
  const timer = setInterval(report, REPORT_EVERY_MS);
  return () => {
    stop();
    clearInterval(timer);
  };
}

/** Accepting a call is answering it: the PBX tells the router when the agent's leg is up. What is written is accepted here. */
export function accept(): void {
  const now = seat.peek();
  if (now?.state !== 'OFFERED' || now.interaction === undefined) return;
  const { offer, interaction } = now;
  if (!onWritten.peek()) phone.peek()?.answer(interaction);
  else if (offer !== undefined) void attempt(() => requests.accept(offer));
}

export async function decline(): Promise<void> {
  const offer = seat.peek()?.offer;
  if (offer !== undefined) await attempt(() => requests.decline(offer));
}
