import { effect, signal } from '@preact/signals';
import { go } from '../app/route.ts';
import { seat } from '../feed/picture.ts';
import { addresses } from './views.ts';
import { whereTaken } from './whereTaken.ts';

/** The seat follows within moments; if it never does, others can be taken again. */
const FOLLOWS_MS = 5_000;

/** What was taken and has not been shown yet. */
export const taken = signal<string | undefined>(undefined);

export function took(interaction: string): void {
  taken.value = interaction;
  setTimeout(() => {
    if (taken.peek() === interaction) taken.value = undefined;
  }, FOLLOWS_MS);
}

/** Shows what the agent took as soon as his seat is on it, in the place of what he accepts. */
export function followTaken(): () => void {
  return effect(() => {
    const interaction = taken.value;
    if (interaction === undefined) return;
    const where = whereTaken(seat.value, interaction);
    if (where === undefined) return;
    taken.value = undefined;
    go(where === 'contact' ? addresses.work : addresses.mail(interaction));
  });
}
