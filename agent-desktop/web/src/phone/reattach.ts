import { effect } from '@preact/signals';
import { requests } from '../api/requests.ts';
import { tellProblem } from '../app/toasts.ts';
import { feedState } from '../feed/feed.ts';
import { deviceLost, seat } from '../feed/picture.ts';
import { onWritten } from '../feed/written.ts';
import type { BrowserPhone } from './browserPhone.ts';

/** A hang-up reaches the telephone before the seat: what is lost must stay lost this long before it is fetched back. */
const SETTLING_MS = 2_000;
const RINGING_EXPECTED_MS = 15_000;

/** Whether the conversation should be here and is not. */
export function soundMissing(made: BrowserPhone): boolean {
  return (
    feedState.value === 'live' &&
    seat.value?.state === 'ON_CONTACT' &&
    !onWritten.value &&
    seat.value.device === 'BROWSER' &&
    made.registration.value === 'registered' &&
    (made.callState.value === 'none' || (deviceLost.value && made.callState.value === 'talking'))
  );
}

/**
 * Takes over a conversation that the PBX kept while the page was away: at once when this page never had it, later when
 * it seems lost.
 */
export function reattachByItself(made: BrowserPhone): () => void {
  let had: string | undefined;
  let tried: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = effect(() => {
    clearTimeout(timer);
    const interaction = seat.value?.interaction;
    if (made.callState.value === 'talking') had = interaction;
    if (interaction === undefined || !soundMissing(made) || tried === interaction) return;
    const fetch = () => {
      tried = interaction;
      void reattach(made, interaction);
    };
    timer = setTimeout(fetch, had === interaction && !deviceLost.value ? SETTLING_MS : 0);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}

/** Asks the PBX to ring here again, and answers. */
export async function reattach(made: BrowserPhone, interaction: string): Promise<void> {
  made.answer(interaction);
  try {
    await requests.reattach(interaction);
    setTimeout(() => made.forget(interaction), RINGING_EXPECTED_MS);
  } catch (error) {
    made.forget(interaction);
    tellProblem(error);
  }
}
