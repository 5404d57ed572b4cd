/** Arrow keys go from name to name of a table; for its `onKeyDown`. */
export function moveFocus(event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !(event.currentTarget instanceof HTMLElement)) return;
  const names = [...event.currentTarget.querySelectorAll<HTMLElement>('tbody th a')];
  const at = names.indexOf(document.activeElement as HTMLElement);
  const next = names[Math.max(0, at + step)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
