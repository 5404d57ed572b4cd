/** The arrow keys go from title to title of a list. */
export function moveFocus(event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !(event.currentTarget instanceof HTMLElement)) return;
  const titles = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-title]')];
  const at = titles.indexOf(document.activeElement as HTMLElement);
  const next = titles[Math.max(0, at + step)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
