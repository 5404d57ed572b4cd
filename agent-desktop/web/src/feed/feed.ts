import { signal } from '@preact/signals';
import { backoffMs } from './backoff.ts';
import { correctClock, forgetClock } from './clock.ts';
import { type FeedMessage, type FeedWord, read } from './messages.ts';
import { NOTHING, type Picture, picture, reduce } from './picture.ts';

const PING_EVERY_MS = 5_000;
const SILENCE_MAX_MS = 13_000;
const SESSION_ENDED = 4401;

export type FeedState = 'off' | 'connecting' | 'live' | 'lost';

export const feedState = signal<FeedState>('off');
/** Round trip between browser and server, in milliseconds. */
export const feedRoundTrip = signal<number | undefined>(undefined);
/** Our own clock when the last frame came. */
export const lastHeard = signal(0);

interface Listeners {
  /** The connection is back, or could not be made: look whether the session still holds. */
  onReturn(): void;
  onSessionEnded(): void;
  onNotice(notice: Extract<FeedMessage, { type: 'notice' }>): void;
}

/** The live feed: one WebSocket, made again with growing pauses whenever it breaks. */
export class Feed {
  private socket: WebSocket | undefined;
  private attempt = 0;
  private pingSentAt = 0;
  private pongs = 0;
  private watchesBoard = false;
  private closed = false;
  private retold: Picture | undefined;
  private pings: ReturnType<typeof setInterval> | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly url: string,
    private readonly listeners: Listeners,
  ) {}

  open(): void {
    if (this.closed || this.socket !== undefined) return;
    clearTimeout(this.retry);
    if (feedState.value === 'off') feedState.value = 'connecting';
    forgetClock();
    const socket = new WebSocket(this.url);
    this.socket = socket;
    this.pingSentAt = performance.now();
    socket.onopen = () => this.opened();
    socket.onmessage = (event) => this.heard(event.data);
    socket.onclose = (event) => this.broke(socket, event.code);
    window.addEventListener('online', this.tryNow);
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.retry);
    clearInterval(this.pings);
    window.removeEventListener('online', this.tryNow);
    this.socket?.close();
    feedState.value = 'off';
    picture.value = NOTHING;
  }

  say(word: FeedWord): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(word));
  }

  watchBoard(watch: boolean): void {
    this.watchesBoard = watch;
    this.say({ type: 'watch', board: watch });
  }

  private opened(): void {
    lastHeard.value = Date.now();
    if (this.watchesBoard) this.watchBoard(true);
    clearInterval(this.pings);
    this.pings = setInterval(() => this.ping(), PING_EVERY_MS);
  }

  private ping(): void {
    if (Date.now() - lastHeard.value > SILENCE_MAX_MS) {
      // A dead network closes nothing: give up on the socket ourselves, without waiting for its farewell.
      const dead = this.socket;
      dead?.close();
      if (dead) this.broke(dead, 0);
      return;
    }
    this.pingSentAt = performance.now();
    this.say({ type: 'ping' });
  }

  private heard(frame: unknown): void {
    lastHeard.value = Date.now();
    const message = read(frame);
    if (message === undefined) return;
    if (message.type === 'hello') this.greeted(message.now);
    if (message.type === 'pong') {
      const roundTrip = performance.now() - this.pingSentAt;
      // The first one competes with the loading of the page and would say more about that.
      if (this.pongs++ > 0) feedRoundTrip.value = Math.round(roundTrip);
      correctClock(message.now, roundTrip);
    }
    if (message.type === 'notice') this.listeners.onNotice(message);
    this.tell(message);
  }

  /** After `hello` the whole state is told again, ended by the summary: shown in one piece, so that nothing flickers. */
  private tell(message: FeedMessage): void {
    if (this.retold === undefined) {
      picture.value = reduce(picture.value, message);
      return;
    }
    this.retold = reduce(this.retold, message);
    if (message.type === 'summary') {
      picture.value = this.retold;
      this.retold = undefined;
    }
  }

  private greeted(now: string): void {
    const returned = feedState.value === 'lost';
    this.attempt = 0;
    this.pongs = 0;
    correctClock(now, performance.now() - this.pingSentAt);
    // What is left out now no longer holds; only the board keeps its last figures until the next come.
    const { board } = picture.value;
    this.retold = board === undefined ? NOTHING : { ...NOTHING, board };
    feedState.value = 'live';
    this.ping();
    if (returned) this.listeners.onReturn();
  }

  private broke(socket: WebSocket, code: number): void {
    if (this.socket !== socket) return;
    this.socket = undefined;
    clearInterval(this.pings);
    if (this.closed) return;
    feedState.value = 'lost';
    if (code === SESSION_ENDED) {
      this.listeners.onSessionEnded();
      return;
    }
    // A refused upgrade shows no status to the page; asking for the session tells a dead server from a dead session.
    if (this.attempt > 0) this.listeners.onReturn();
    this.retry = setTimeout(() => this.open(), backoffMs(this.attempt++, Math.random()));
  }

  private readonly tryNow = (): void => {
    this.attempt = 0;
    this.open();
  };
}
