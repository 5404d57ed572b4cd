import { computed } from '@preact/signals';
import type { Channel, Seat } from '../api/types.ts';
import { live, seat } from './picture.ts';

/** Accepted in the page, where a call is accepted by answering the phone. */
const WRITTEN: ReadonlySet<Channel> = new Set(['EMAIL', 'FAX', 'CHAT']);

export const isWritten = (channel: Channel | undefined): boolean => channel !== undefined && WRITTEN.has(channel);

/** Of what the seat is on or offered; the seat may be told a moment before its contact. */
export function channelOf(now: Seat | undefined): Channel | undefined {
  if (now?.interaction === undefined) return undefined;
  if (live.value?.id === now.interaction) return live.value.channel;
  return now.works?.find((work) => work.interaction === now.interaction)?.channel;
}

/** Whether it is read and written, rather than heard. */
export const onWritten = computed(() => isWritten(channelOf(seat.value)));
