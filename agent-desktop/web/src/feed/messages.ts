import type { CaseCount } from '../api/cases.ts';
import type { Board, Device, Instant, Live, Pop, Seat } from '../api/types.ts';

/** What the server sends over the live feed, one object a frame. */
export type FeedMessage =
  | { type: 'hello'; now: Instant; build: string }
  | { type: 'pong'; now: Instant }
  | { type: 'seat'; seat: Seat }
  /** Without an interaction: the seat is on none. */
  | { type: 'interaction'; interaction?: Live; pop?: Pop }
  | { type: 'summary'; queues: { id: string; waiting: number }[]; at: Instant }
  | ({ type: 'cases' } & CaseCount)
  | ({ type: 'board' } & Board)
  /** The others who have this conversation open. */
  | { type: 'readers'; thread: string; readers: MailReader[] }
  /** Its conversation has one more mail, or one of its mails has come on. */
  | { type: 'mail'; interaction: string }
  /** The queues that he serves from which mails are taken, not offered. */
  | { type: 'pulled'; queues: PulledQueue[] }
  | {
      type: 'phone';
      interaction?: string;
      muted: boolean;
      held: boolean;
      heldSince?: Instant;
      deviceLost?: boolean;
      device: Device;
    }
  | { type: 'notice'; code: string; params?: Record<string, string | number> };

/** A queue whose mails wait until somebody takes them. */
export interface PulledQueue {
  id: string;
  waiting: number;
  oldestSince?: Instant;
}

/** A colleague who has a conversation by mail open. */
export interface MailReader {
  agent: string;
  name: string;
  writes: boolean;
}

/** What the browser sends. */
export type FeedWord =
  | { type: 'watch'; board: boolean }
  | { type: 'ping' }
  /** Without an interaction: no conversation is open here any more. */
  | { type: 'reading'; interaction?: string; writes?: boolean }
  | { type: 'phone'; registered: boolean; rttMs?: number; loss?: number };

/** The message in a frame, or nothing: an unknown type comes from a newer server and is no error. */
export function read(frame: unknown): FeedMessage | undefined {
  if (typeof frame !== 'string') return undefined;
  try {
    const message: unknown = JSON.parse(frame);
    const known = typeof message === 'object' && message !== null && TYPES.has((message as FeedMessage).type);
    return known ? (message as FeedMessage) : undefined;
  } catch {
    return undefined;
  }
}

const TYPES = new Set<FeedMessage['type']>([
  'hello',
  'pong',
  'seat',
  'interaction',
  'summary',
  'cases',
  'board',
  'phone',
  'mail',
  'pulled',
  'readers',
  'notice',
]);
