import { computed } from '@preact/signals';
import { seconds, serverNow } from '../feed/clock.ts';
import { feedState, lastHeard } from '../feed/feed.ts';
import { board } from '../feed/picture.ts';

const STALE_AFTER_MS = 8_000;

/** Whether the figures may no longer be true: nothing was heard of the server for a while. */
export const stale = computed(() => {
  seconds.value;
  return board.value !== undefined && (feedState.value !== 'live' || Date.now() - lastHeard.peek() > STALE_AFTER_MS);
});

/** The instant the figures stand at: it runs on while they are fresh and stops when they are not. */
export const figuresAt = computed(() => {
  const told = board.value;
  if (told !== undefined && stale.value) return Date.parse(told.at);
  seconds.value;
  return serverNow();
});
