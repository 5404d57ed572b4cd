import { effect, signal } from '@preact/signals';
import { requests } from '../api/requests.ts';
import { tellProblem } from '../app/toasts.ts';
import { pop, seat } from '../feed/picture.ts';

const SAVE_AFTER_MS = 700;
const AGAIN_AFTER_MS = 4_000;

export interface Draft {
  interaction: string;
  disposition: string;
  note: string;
  saved: 'untouched' | 'pending' | 'saved' | 'failed';
}

/** What is written about the contact of now. Kept on the server, and in this tab until the server has it. */
export const draft = signal<Draft | undefined>(undefined);

let timer: ReturnType<typeof setTimeout> | undefined;

export function keepDraft(): () => void {
  const stop = effect(() => {
    const interaction = seat.value?.interaction;
    const told = pop.value?.interaction;
    const now = draft.peek();
    if (now && seat.value && now.interaction !== interaction) forgetHere(now.interaction);
    if (interaction === undefined) {
      draft.value = undefined;
      clearTimeout(timer);
    } else if (now?.interaction !== interaction || (now.saved === 'untouched' && told?.id === interaction)) {
      draft.value = { ...begun(interaction, told), saved: 'untouched' };
    }
  });
  return () => {
    stop();
    clearTimeout(timer);
    draft.value = undefined;
  };
}

export function write(change: Partial<Pick<Draft, 'disposition' | 'note'>>): void {
  const now = draft.peek();
  if (now === undefined) return;
  const next: Draft = { ...now, ...change, saved: 'pending' };
  draft.value = next;
  keepHere(next);
  clearTimeout(timer);
  timer = setTimeout(() => void save(next), SAVE_AFTER_MS);
}

/** Saves and clears the seat; resolves to whether it was done. */
export async function finish(): Promise<boolean> {
  const now = draft.peek();
  if (now === undefined || now.disposition === '') return false;
  clearTimeout(timer);
  try {
    await requests.wrapUp(now.interaction, { disposition: now.disposition, note: now.note, done: true });
    forgetHere(now.interaction);
    return true;
  } catch (error) {
    tellProblem(error);
    return false;
  }
}

async function save(written: Draft): Promise<void> {
  const { interaction, disposition, note } = written;
  try {
    await requests.wrapUp(interaction, { ...(disposition === '' ? {} : { disposition }), note, done: false });
    if (draft.peek() === written) draft.value = { ...written, saved: 'saved' };
  } catch {
    // Said beside the note rather than in a toast for every key pressed; tried again by itself.
    if (draft.peek() !== written) return;
    const failed: Draft = { ...written, saved: 'failed' };
    draft.value = failed;
    timer = setTimeout(() => void save(failed), AGAIN_AFTER_MS);
  }
}

function begun(interaction: string, told: { id: string; disposition?: string; note?: string } | undefined) {
  const here = keptHere(interaction);
  const server = told?.id === interaction ? told : undefined;
  return {
    interaction,
    disposition: here?.disposition ?? server?.disposition ?? '',
    note: here?.note ?? server?.note ?? '',
  };
}

const placeOf = (interaction: string) => `ahoy.draft.${interaction}`;

function keepHere({ interaction, disposition, note }: Draft): void {
  try {
    sessionStorage.setItem(placeOf(interaction), JSON.stringify({ disposition, note }));
  } catch {
    // The server has it a moment later.
  }
}

function forgetHere(interaction: string): void {
  try {
    sessionStorage.removeItem(placeOf(interaction));
  } catch {
    // Nothing was kept either.
  }
}

function keptHere(interaction: string): { disposition?: string; note?: string } | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(placeOf(interaction)) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}
