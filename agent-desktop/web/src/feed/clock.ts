import { signal } from '@preact/signals';

let offsetMs = 0;

/** The server's clock, as far as the feed let us know it: the agent's own may be wrong by minutes. */
export function serverNow(): number {
  return Date.now() + offsetMs;
}

/** Of several measurements the one with the quickest answer is the most exact, so a slower one must not replace it. */
export function correctClock(now: string, roundTripMs: number): void {
  const at = Date.parse(now);
  if (!Number.isFinite(at) || roundTripMs > bestRoundTripMs * 2) return;
  bestRoundTripMs = Math.max(1, Math.min(bestRoundTripMs, roundTripMs));
  offsetMs = at + roundTripMs / 2 - Date.now();
}

export function forgetClock(): void {
  bestRoundTripMs = Number.POSITIVE_INFINITY;
}

let bestRoundTripMs = Number.POSITIVE_INFINITY;

/** Ticks only while something on the page shows it. */
function ticking(everyMs: number) {
  let timer: ReturnType<typeof setInterval> | undefined;
  const now = signal(serverNow(), {
    watched() {
      now.value = serverNow();
      timer = setInterval(() => {
        now.value = serverNow();
      }, everyMs);
    },
    unwatched() {
      clearInterval(timer);
    },
  });
  return now;
}

/** For times that people read. */
export const seconds = ticking(1000);

/** For rings and bars that run out. */
export const quarters = ticking(250);
