export interface Health {
  /** Round trip of the sound, in milliseconds. */
  rttMs?: number;
  /** Lost share of the packets since the last look, from 0 to 1, the worse direction. */
  loss?: number;
  /** Level of the microphone, from 0 to 1. */
  microphone?: number;
}

export interface Counters {
  received: number;
  lost: number;
}

type Report = ReadonlyMap<string, Record<string, unknown>>;

/** Reads WebRTC statistics (W3C webrtc-stats); counters are kept to see only what is new. */
export function readHealth(report: Report, before: Counters): { health: Health; counters: Counters } {
  const health: Health = {};
  let counters = before;
  let remoteLoss: number | undefined;
  for (const entry of report.values()) {
    if (entry.type === 'candidate-pair' && entry.nominated === true) {
      const seconds = number(entry.currentRoundTripTime);
      if (seconds !== undefined) health.rttMs ??= Math.round(seconds * 1000);
    }
    if (entry.type === 'remote-inbound-rtp') {
      const seconds = number(entry.roundTripTime);
      if (seconds !== undefined) health.rttMs = Math.round(seconds * 1000);
      remoteLoss = number(entry.fractionLost);
    }
    if (entry.type === 'inbound-rtp') {
      counters = { received: number(entry.packetsReceived) ?? 0, lost: Math.max(0, number(entry.packetsLost) ?? 0) };
    }
    if (entry.type === 'media-source') {
      const level = number(entry.audioLevel);
      if (level !== undefined) health.microphone = level;
    }
  }
  const loss = Math.max(share(before, counters), remoteLoss ?? 0);
  return { health: { ...health, loss }, counters };
}

export type Verdict = 'good' | 'fair' | 'bad';

/** Above 150 ms or 1 % people begin to notice, above 400 ms or 5 % they complain (ITU-T G.114). */
export function verdict(health: Health): Verdict {
  const rtt = health.rttMs ?? 0;
  const loss = health.loss ?? 0;
  if (rtt > 400 || loss > 0.05) return 'bad';
  return rtt > 150 || loss > 0.01 ? 'fair' : 'good';
}

function share(before: Counters, now: Counters): number {
  const lost = now.lost - before.lost;
  const all = now.received - before.received + lost;
  return lost > 0 && all > 0 ? Math.min(1, lost / all) : 0;
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
