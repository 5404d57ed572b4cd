/** What somebody typed as the address that a link leads to; nothing where it can be none. */
export function addressOf(text: string): string | undefined {
  const typed = text.trim();
  if (/\s/.test(typed)) return undefined;
  if (/^(https?:\/\/|mailto:|tel:)\S/i.test(typed)) return typed;
  if (/^[^/:@]+@[^/:@]+\.[^/:@]+$/.test(typed)) return `mailto:${typed}`;
  return /^[^/:@]+\.[^/:@.]{2,}(:\d+)?(\/.*)?$/.test(typed) ? `https://${typed}` : undefined;
}
