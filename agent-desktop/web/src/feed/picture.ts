import { computed, signal } from '@preact/signals';
import type { CaseCount } from '../api/cases.ts';
import type { Board, Live, Pop, Seat } from '../api/types.ts';
import type { FeedMessage, MailReader, PulledQueue } from './messages.ts';

/** All that the feed told, newest state of each thing. */
export interface Picture {
  seat?: Seat;
  /** The first summary came without a seat before it: this person has none. */
  seatless: boolean;
  live?: Live;
  pop?: Pop;
  /** The PBX lost the agent's leg while the customer is still there. */
  deviceLost: boolean;
  waiting: Readonly<Record<string, number>>;
  /** The agent's own cases. */
  ownCases?: CaseCount;
  board?: Board;
  /** How often each conversation has had something new. */
  mailNews: Readonly<Record<string, number>>;
  /** Who else has a conversation open, by the conversation. */
  readers: Readonly<Record<string, readonly MailReader[]>>;
  /** From which the agent takes mails himself. */
  pulled: readonly PulledQueue[];
}

export const NOTHING: Picture = {
  seatless: false,
  deviceLost: false,
  waiting: {},
  mailNews: {},
  readers: {},
  pulled: [],
};

export const picture = signal<Picture>(NOTHING);
export const seat = computed(() => picture.value.seat);
export const seatless = computed(() => picture.value.seatless);
export const live = computed(() => picture.value.live);
export const pop = computed(() => picture.value.pop);
export const deviceLost = computed(() => picture.value.deviceLost);
export const waiting = computed(() => picture.value.waiting);
export const ownCases = computed(() => picture.value.ownCases);
export const mailNews = computed(() => picture.value.mailNews);
export const mailReaders = computed(() => picture.value.readers);
export const pulledQueues = computed(() => picture.value.pulled);
export const board = computed(() => picture.value.board);

/** The picture after a message; the same object when it says nothing new. */
export function reduce(before: Picture, message: FeedMessage): Picture {
  switch (message.type) {
    case 'seat':
      return { ...withoutContact(before, message.seat.interaction), seat: message.seat, seatless: false };
    case 'interaction':
      return withContact(before, message.interaction, message.pop);
    case 'phone':
      return withPhone(before, message);
    case 'summary':
      return {
        ...before,
        seatless: before.seat === undefined,
        waiting: Object.fromEntries(message.queues.map((queue) => [queue.id, queue.waiting])),
      };
    case 'cases': {
      const { type: _, ...ownCases } = message;
      return { ...before, ownCases };
    }
    case 'board': {
      const { type: _, ...board } = message;
      return { ...before, board };
    }
    case 'mail': {
      const known = before.mailNews[message.interaction] ?? 0;
      return { ...before, mailNews: { ...before.mailNews, [message.interaction]: known + 1 } };
    }
    case 'readers':
      return { ...before, readers: { ...before.readers, [message.thread]: message.readers } };
    case 'pulled':
      return { ...before, pulled: message.queues };
    // The server begins anew, and tells of those again who are still there.
    case 'hello':
      return Object.keys(before.readers).length === 0 ? before : { ...before, readers: {} };
    case 'pong':
    case 'notice':
      return before;
  }
}

/** A contact is forgotten as soon as the seat is no longer on it. */
function withoutContact(before: Picture, interaction: string | undefined): Picture {
  if (before.live === undefined || before.live.id === interaction) return before;
  const { live: _live, pop: _pop, ...rest } = before;
  return { ...rest, deviceLost: false };
}

function withContact(before: Picture, contact: Live | undefined, told: Pop | undefined): Picture {
  if (contact === undefined) return withoutContact(before, undefined);
  if (contact.state === 'CLOSED' && before.seat?.interaction !== contact.id) return before;
  const kept = told ?? (before.pop?.interaction.id === contact.id ? before.pop : undefined);
  const { pop: _, ...rest } = before;
  return kept === undefined ? { ...rest, live: contact } : { ...rest, live: contact, pop: kept };
}

function withPhone(before: Picture, told: Extract<FeedMessage, { type: 'phone' }>): Picture {
  const after: Picture = { ...before, deviceLost: told.deviceLost ?? false };
  if (before.seat && told.device) after.seat = { ...before.seat, device: told.device };
  if (before.live && before.live.id === told.interaction) {
    const { heldSince: _, ...live } = before.live;
    const since = told.heldSince === undefined ? {} : { heldSince: told.heldSince };
    after.live = { ...live, muted: told.muted, held: told.held, ...since };
  }
  return after;
}
