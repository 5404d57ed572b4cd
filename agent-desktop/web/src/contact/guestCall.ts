import { signal } from '@preact/signals';
import type { ContactPage, PhoneAccount } from '../api/types.ts';
import { closeMicrophone, MicrophoneError, type MicrophoneProblem, openMicrophone } from '../phone/microphone.ts';
import type { RTCSession, UA } from '../phone/sip.ts';

export type GuestState = 'idle' | 'microphone' | 'calling' | 'ringing' | 'connected' | 'ended';
/** Why there is no call, or why it ended otherwise than by hanging up. */
export type GuestProblem = MicrophoneProblem | 'unreachable' | 'busy' | 'failed';

/** The second half of a double click on "call" falls on "hang up". */
const DOUBLE_CLICK_MS = 600;

const NORMAL_ENDS = new Set(['Terminated', 'Canceled']);

/** A customer's call from the page: one at a time, without an account of his own. */
class GuestCall {
  readonly state = signal<GuestState>('idle');
  readonly problem = signal<GuestProblem | undefined>(undefined);
  readonly connectedAt = signal<string | undefined>(undefined);
  readonly volume = signal(1);

  private ua: UA | undefined;
  private session: RTCSession | undefined;
  private startedAt = 0;
  private microphone: MediaStream | undefined;
  private readonly audio = new Audio();

  async start({ phone, destination }: ContactPage): Promise<void> {
    if (phone === undefined || !this.free()) return;
    this.startedAt = performance.now();
    this.problem.value = undefined;
    this.state.value = 'microphone';
    try {
      this.microphone = await openMicrophone();
    } catch (error) {
      this.over(error instanceof MicrophoneError ? error.problem : 'unknown');
      return;
    }
    this.state.value = 'calling';
    await this.dial(phone, destination);
  }

  hangUp(): void {
    if (performance.now() - this.startedAt < DOUBLE_CLICK_MS) return;
    if (this.session && !this.session.isEnded()) this.session.terminate();
    else this.over(undefined);
  }

  async sendKey(key: string): Promise<void> {
    const sip = await import('../phone/sip.ts');
    if (this.session?.isEstablished()) sip.sendKey(this.session, key);
  }

  setVolume(volume: number): void {
    this.volume.value = volume;
    this.audio.volume = volume;
  }

  peer(): RTCPeerConnection | undefined {
    return this.session?.connection;
  }

  private free(): boolean {
    return this.state.value === 'idle' || this.state.value === 'ended';
  }

  private async dial(account: PhoneAccount, destination: string): Promise<void> {
    const sip = await import('../phone/sip.ts');
    const ua = sip.userAgent(account, false);
    this.ua = ua;
    ua.once('connected', () => this.invite(ua, `sip:${destination}@${account.domain}`, sip));
    ua.on('disconnected', () => {
      if (this.session === undefined) this.over('unreachable');
    });
    ua.start();
  }

  private invite(ua: UA, to: string, sip: typeof import('../phone/sip.ts')): void {
    if (this.microphone === undefined || this.state.value !== 'calling') return;
    const session = ua.call(to, { mediaStream: this.microphone, pcConfig: sip.PEER });
    this.session = session;
    sip.limitGathering(session);
    sip.playRemote(session, this.audio);
    session.on('progress', () => {
      this.state.value = 'ringing';
    });
    session.on('confirmed', () => {
      this.connectedAt.value = new Date().toISOString();
      this.state.value = 'connected';
    });
    session.on('ended', () => this.over(undefined));
    session.on('failed', (event) => this.over(problemOf(event.cause)));
  }

  private over(problem: GuestProblem | undefined): void {
    this.problem.value = problem;
    this.state.value = 'ended';
    this.connectedAt.value = undefined;
    this.session = undefined;
    closeMicrophone(this.microphone);
    this.microphone = undefined;
    this.audio.srcObject = null;
    const ua = this.ua;
    this.ua = undefined;
    ua?.removeAllListeners();
    ua?.stop();
  }
}

/** By JsSIP's causes. */
function problemOf(cause: string): GuestProblem | undefined {
  if (NORMAL_ENDS.has(cause)) return undefined;
  if (cause === 'Busy' || cause === 'Unavailable' || cause === 'Rejected') return 'busy';
  return cause === 'Connection Error' || cause === 'Request Timeout' ? 'unreachable' : 'failed';
}

export const call = new GuestCall();
