import { signal } from '@preact/signals';
import type { PhoneAccount } from '../api/types.ts';
import { serverNow } from '../feed/clock.ts';
import { type Counters, type Health, readHealth } from './health.ts';
import { type Matching, over, rang, type Step, want } from './matching.ts';
import { closeMicrophone, MicrophoneError, type MicrophoneProblem, openMicrophone } from './microphone.ts';
import type { IncomingRequest, RTCSession, RTCSessionEvent, UA } from './sip.ts';

const LOOK_EVERY_MS = 2_000;
const REGISTER_AGAIN_MS = 4_000;
const INTERACTION_HEADER = 'X-Ahoy-Interaction';
const NO_COUNTERS: Counters = { received: 0, lost: 0 };

export type Registration = 'off' | 'otherTab' | 'connecting' | 'registered' | 'unreachable' | 'refused';
export type CallState = 'none' | 'ringing' | 'answering' | 'talking';

export interface DirectCall {
  from: string;
  /** Since when it rings, then since when it is answered. */
  since: string;
}

type Sip = typeof import('./sip.ts');

interface Listeners {
  onMicrophone(problem: MicrophoneProblem): void;
  /** What the seat is on, for an INVITE that names nothing. */
  expected(): string | undefined;
}

/**
 * The telephone in the page. Leaving the page says no farewell on purpose: the PBX keeps the conversation, and the page
 * that comes next takes it over again.
 */
export class BrowserPhone {
  readonly registration = signal<Registration>('off');
  readonly callState = signal<CallState>('none');
  readonly health = signal<Health>({});
  /** A call past the router: a colleague dialled this extension, or transferred a customer to it. */
  readonly direct = signal<DirectCall | undefined>(undefined);

  private ua: UA | undefined;
  private session: RTCSession | undefined;
  private interaction: string | undefined;
  private matching: Matching = {};
  private microphone: Promise<MediaStream> | undefined;
  private counters = NO_COUNTERS;
  private looking: ReturnType<typeof setInterval> | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private stopped = false;

  constructor(
    private readonly account: PhoneAccount,
    private readonly audio: HTMLAudioElement,
    private readonly listeners: Listeners,
  ) {}

  async start(): Promise<void> {
    this.registration.value = 'connecting';
    const sip = await import('./sip.ts');
    if (this.stopped) return;
    const ua = sip.userAgent(this.account, true);
    this.ua = ua;
    ua.on('registered', () => this.registered('registered'));
    ua.on('unregistered', () => this.registered(ua.isConnected() ? 'connecting' : 'unreachable'));
    ua.on('disconnected', () => this.registered('unreachable'));
    ua.on('registrationFailed', (event) => {
      this.registered(event.response ? 'refused' : 'unreachable');
      // JsSIP gives up after a refusal, but a PBX that is starting refuses for a while.
      clearTimeout(this.retry);
      this.retry = setTimeout(() => ua.isConnected() && ua.register(), REGISTER_AGAIN_MS);
    });
    ua.on('newRTCSession', (event: RTCSessionEvent) => {
      if ('ruri' in event.request && event.session.direction === 'incoming') {
        const request = event.request as IncomingRequest;
        const named = request.getHeader(INTERACTION_HEADER)?.trim() || undefined;
        this.invited(event.session, named ?? this.listeners.expected(), request.from.uri.user, sip);
      }
    });
    ua.start();
  }

  /** Answers what rings for that interaction, now or as soon as it does. */
  answer(interaction: string): void {
    this.step(want(this.matching, interaction));
    if (this.callState.value !== 'talking') this.callState.value = 'answering';
  }

  /** Answers a call that somebody dialled himself. */
  answerDirect(): void {
    if (this.direct.value !== undefined) void this.pickUp();
  }

  endDirect(): void {
    const session = this.session;
    if (this.direct.value === undefined || session === undefined || session.isEnded()) return;
    session.terminate(session.isEstablished() ? {} : { status_code: 486 });
  }

  /** The seat is on that interaction now, or on none: forget what was wanted for another. */
  seatIsOn(interaction: string | undefined): void {
    if (this.matching.wanted !== undefined && this.matching.wanted !== interaction) {
      this.matching = over(this.matching, interaction);
      if (this.session === undefined) this.callState.value = 'none';
    }
  }

  /** What was to be answered will not ring. */
  forget(interaction: string): void {
    if (this.matching.wanted !== interaction) return;
    this.matching = {};
    if (this.session === undefined) this.callState.value = 'none';
  }

  async sendKey(key: string): Promise<void> {
    const sip = await import('./sip.ts');
    if (this.session?.isEstablished()) sip.sendKey(this.session, key);
  }

  peer(): RTCPeerConnection | undefined {
    return this.session?.connection;
  }

  /** Signing out; not called when the page is left. */
  stop(): void {
    this.stopped = true;
    clearTimeout(this.retry);
    this.ua?.stop();
    this.gone(this.session);
    this.registration.value = 'off';
  }

  private registered(state: Registration): void {
    if (!this.stopped) this.registration.value = state;
  }

  private invited(session: RTCSession, interaction: string | undefined, from: string, sip: Sip): void {
    const old = this.session;
    if (old?.isEstablished() && (interaction === undefined || interaction !== this.interaction)) {
      session.terminate({ status_code: 486 });
      return;
    }
    // The PBX rings again for the same interaction when it lost the old leg.
    this.gone(old);
    if (old && !old.isEnded()) old.terminate();
    this.session = session;
    this.interaction = interaction;
    this.callState.value = 'ringing';
    sip.limitGathering(session);
    sip.playRemote(session, this.audio);
    session.on('failed', () => this.gone(session));
    session.on('ended', () => this.gone(session));
    session.on('confirmed', () => this.talking(session));
    this.warmUp();
    if (interaction === undefined) this.direct.value = { from, since: new Date(serverNow()).toISOString() };
    else this.step(rang(this.matching, interaction));
  }

  private step([matching, step]: [Matching, Step]): void {
    this.matching = matching;
    if (step === 'answer') void this.pickUp();
  }

  /** The microphone takes longest, so it is opened while it rings. */
  private warmUp(): void {
    this.microphone ??= openMicrophone();
    this.microphone.catch(() => {});
  }

  private async pickUp(): Promise<void> {
    const session = this.session;
    this.callState.value = 'answering';
    this.warmUp();
    try {
      const mediaStream = await this.microphone;
      if (session === undefined || session !== this.session || mediaStream === undefined) return;
      const { PEER } = await import('./sip.ts');
      session.answer({ mediaStream, pcConfig: PEER });
    } catch (error) {
      this.listeners.onMicrophone(error instanceof MicrophoneError ? error.problem : 'unknown');
      if (session && !session.isEnded()) session.terminate({ status_code: 480 });
      this.gone(session);
    }
  }

  private talking(session: RTCSession): void {
    if (session !== this.session) return;
    this.callState.value = 'talking';
    if (this.direct.value) this.direct.value = { ...this.direct.value, since: new Date(serverNow()).toISOString() };
    this.counters = NO_COUNTERS;
    clearInterval(this.looking);
    this.looking = setInterval(() => void this.look(), LOOK_EVERY_MS);
    void this.look();
  }

  private async look(): Promise<void> {
    const report = await this.peer()?.getStats();
    if (report === undefined) return;
    const seen = readHealth(report as unknown as ReadonlyMap<string, Record<string, unknown>>, this.counters);
    this.counters = seen.counters;
    this.health.value = seen.health;
  }

  private gone(session: RTCSession | undefined): void {
    if (session !== this.session) return;
    this.session = undefined;
    this.interaction = undefined;
    this.direct.value = undefined;
    this.matching = over(this.matching, this.matching.wanted);
    this.callState.value = this.matching.wanted === undefined ? 'none' : 'answering';
    clearInterval(this.looking);
    this.health.value = {};
    this.audio.srcObject = null;
    this.microphone?.then(closeMicrophone, () => {});
    this.microphone = undefined;
  }
}
