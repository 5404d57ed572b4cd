/** Where the keyboard goes on. */

/** As if the mouse had pressed it, so that what it opens knows where to give the focus back. */
export function press(element: HTMLElement | null): void {
  element?.focus();
  if (element instanceof HTMLButtonElement) element.click();
}

/** To the agent's state, which is what comes after a contact; not away from anything that has the focus. */
export function focusState(): void {
  const focused = document.activeElement;
  if (focused !== null && focused !== document.body && focused.isConnected) return;
  document.querySelector<HTMLElement>('[data-testid=state-button]')?.focus();
}
