import type { Key } from '../text/text.ts';

/** Why there is no sound from here; each has a text that says what to do. */
export type MicrophoneProblem = 'insecure' | 'denied' | 'missing' | 'busy' | 'unknown';

export class MicrophoneError extends Error {
  constructor(readonly problem: MicrophoneProblem) {
    super(problem);
  }
}

const CONSTRAINTS: MediaStreamConstraints = {
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  video: false,
};

export async function openMicrophone(): Promise<MediaStream> {
  // Browsers hide it on pages that came neither over TLS nor from this very machine.
  if (navigator.mediaDevices === undefined) throw new MicrophoneError('insecure');
  try {
    return await navigator.mediaDevices.getUserMedia(CONSTRAINTS);
  } catch (error) {
    throw new MicrophoneError(problemOf(error));
  }
}

export function closeMicrophone(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

export function microphoneText(problem: MicrophoneProblem): Key {
  return `microphone.${problem}`;
}

/** By the names of DOMException that Media Capture and Streams (W3C) lists. */
export function problemOf(error: unknown): MicrophoneProblem {
  const name = error instanceof Error ? error.name : '';
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'unknown';
  }
}

export interface Meter {
  /** The loudest since a moment ago, from 0 to 1. */
  level(): number;
  close(): void;
}

export function meter(stream: MediaStream): Meter {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    level() {
      analyser.getFloatTimeDomainData(samples);
      return Math.min(
        1,
        samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0),
      );
    },
    close() {
      context.close().catch(() => {});
    },
  };
}
