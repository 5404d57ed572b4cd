import { setting } from '../app/setting.ts';

const RING_EVERY_MS = 2_400;

/** From 0 to 1, by browser. */
export const volume = setting('volume', 0.6, (stored) => {
  const value = Number.parseFloat(stored);
  return value >= 0 && value <= 1 ? value : undefined;
});

let context: AudioContext | undefined;

/** Two soft tones, a fourth apart, fading: heard in a full room, not feared after the hundredth time. */
export function chime(): void {
  if (volume.value === 0) return;
  context ??= new AudioContext();
  const audio = context;
  // Browsers keep a page silent until its first click or key.
  if (audio.state === 'suspended') audio.resume().catch(() => {});
  tone(audio, 587.33, audio.currentTime + 0.02);
  tone(audio, 783.99, audio.currentTime + 0.22);
}

/** Chimes until the returned action is called. */
export function ring(): () => void {
  chime();
  const timer = setInterval(chime, RING_EVERY_MS);
  return () => clearInterval(timer);
}

function tone(audio: AudioContext, hertz: number, at: number): void {
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  oscillator.type = 'triangle';
  oscillator.frequency.value = hertz;
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(volume.value * 0.35, at + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, at + 0.9);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(at);
  oscillator.stop(at + 0.95);
}
