/**
 * One page of a browser holds the telephone: two would take each other's registration away. The others wait for it.
 *
 * @returns an action that gives it back; a page that is left gives it back by itself
 */
export function holdTelephone(onHeld: () => void, onWaiting: () => void): () => void {
  // Without locks the page came neither over TLS nor from this machine; then there is no microphone either.
  if (navigator.locks === undefined) {
    onHeld();
    return () => {};
  }
  const given = new AbortController();
  let release: () => void = () => given.abort();
  const hold = () =>
    new Promise<void>((resolve) => {
      release = resolve;
      onHeld();
    });
  navigator.locks
    .request('ahoy.telephone', { ifAvailable: true }, (lock) => {
      if (lock !== null) return hold();
      onWaiting();
      void waitForIt(hold, given.signal);
      return undefined;
    })
    .catch(() => {});
  return () => release();
}

async function waitForIt(hold: () => Promise<void>, signal: AbortSignal): Promise<void> {
  try {
    await navigator.locks.request('ahoy.telephone', { signal }, hold);
  } catch {
    // Given up before it was our turn.
  }
}
