import { requests } from '../api/requests.ts';
import { attempt } from '../app/toasts.ts';
import { live, seat } from '../feed/picture.ts';

/** What the agent does with the contact he is on; the feed then tells what became of it. */

export const onContact = (): boolean => seat.value?.state === 'ON_CONTACT' && live.value !== undefined;
export const inWrapUp = (): boolean => seat.value?.state === 'WRAP_UP' && seat.value.interaction !== undefined;

export function toggleMute(): void {
  const contact = live.peek();
  if (contact) void attempt(() => requests.mute(contact.id, !contact.muted));
}

export function toggleHold(): void {
  const contact = live.peek();
  if (contact) void attempt(() => requests.hold(contact.id, !contact.held));
}

export function endContact(): void {
  const contact = live.peek();
  if (contact) void attempt(() => requests.end(contact.id));
}

export function extendWrapUp(): void {
  const interaction = seat.peek()?.interaction;
  if (interaction !== undefined) void attempt(() => requests.extendWrapUp(interaction));
}
