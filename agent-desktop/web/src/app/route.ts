import { computed, signal } from '@preact/signals';

const address = signal(new URL(window.location.href));

export const path = computed(() => address.value.pathname);
export const query = computed(() => address.value.searchParams);

export const onBoard = computed(() => /^\/board(\/|$)/.test(path.value));

window.addEventListener('popstate', () => {
  address.value = new URL(window.location.href);
});

/** Goes to an address within the app, without a reload. */
export function go(to: string): void {
  const next = new URL(to, window.location.href);
  if (next.href === address.value.href) return;
  window.history.pushState(null, '', next);
  address.value = next;
}

/** As `go`, but the back button leads past the address of now: for what changes with every letter typed. */
export function goInstead(to: string): void {
  const next = new URL(to, window.location.href);
  if (next.href === address.value.href) return;
  window.history.replaceState(null, '', next);
  address.value = next;
}

/** For links: plain clicks stay in the page, others (new tab, download) are the browser's. */
export function follow(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const link = event.currentTarget;
  if (!(link instanceof HTMLAnchorElement)) return;
  event.preventDefault();
  go(link.href);
}
