/** Signatures in what is being written: found again by their text, as whoever writes may put other words around them. */

/** A text with another signature in the place of the one that it has; unchanged where it has none of those that are known. */
export function replaceSignature(text: string, known: readonly string[], next: string): string {
  const place = placeOf(text, known);
  return place === undefined ? text : text.slice(0, place.from) + next + text.slice(place.to);
}

export function hasSignature(text: string, known: readonly string[]): boolean {
  return placeOf(text, known) !== undefined;
}

/** The first: what stands below may be quoted. Of two that begin alike the longer one is meant. */
function placeOf(text: string, known: readonly string[]): { from: number; to: number } | undefined {
  for (const one of [...known].sort((a, b) => b.length - a.length)) {
    const from = `\n${text}`.indexOf(`\n${one}`);
    const end = text.charAt(from + one.length);
    if (from >= 0 && (end === '' || end === '\n')) return { from, to: from + one.length };
  }
  return undefined;
}
