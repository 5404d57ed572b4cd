import * as JsSIP from 'jssip';
import type { RTCSession } from 'jssip/lib/RTCSession';
import type { IncomingRequest } from 'jssip/lib/SIPMessage';
import type { RTCSessionEvent, UA } from 'jssip/lib/UA';
import type { PhoneAccount } from '../api/types.ts';
import { websocketUrl } from './account.ts';

/** JsSIP, loaded only when somebody telephones: it is larger than all the rest of the page. */

const GATHERING_MAX_MS = 500;

export type { IncomingRequest, RTCSession, RTCSessionEvent, UA };

export function userAgent(account: PhoneAccount, register: boolean): UA {
  return new JsSIP.UA({
    sockets: [new JsSIP.WebSocketInterface(websocketUrl(account, window.location))],
    uri: `sip:${account.user}@${account.domain}`,
    authorization_user: account.user,
    password: account.secret,
    register,
    register_expires: 120,
    session_timers: false,
    connection_recovery_min_interval: 1,
    connection_recovery_max_interval: 8,
    user_agent: 'Ahoy',
  });
}

/** No servers: agents and PBX share a network. What a route that answers slowly could add is not waited for. */
export const PEER: RTCConfiguration = { iceServers: [], bundlePolicy: 'max-bundle' };

export function limitGathering(session: RTCSession): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  session.on('icecandidate', (event) => {
    timer ??= setTimeout(event.ready, GATHERING_MAX_MS);
  });
  session.on('confirmed', () => clearTimeout(timer));
  session.on('failed', () => clearTimeout(timer));
}

/** Plays what comes from the other side. Statistics know no audio energy unless an element plays the track. */
export function playRemote(session: RTCSession, audio: HTMLAudioElement): void {
  const attach = (peer: RTCPeerConnection) => {
    peer.addEventListener('track', (event) => {
      audio.srcObject = event.streams[0] ?? new MediaStream([event.track]);
      // Refused before the first click on a page; the element has autoplay and starts with it.
      audio.play().catch(() => {});
    });
  };
  if (session.connection) attach(session.connection);
  else session.on('peerconnection', (event) => attach(event.peerconnection));
}

export function sendKey(session: RTCSession, key: string): void {
  session.sendDTMF(key, { transportType: JsSIP.C.DTMF_TRANSPORT.RFC2833, duration: 120 });
}
