/** Lists of words that mean the same, as lines of text. */

export function lineOf(words: readonly string[]): string {
  return words.join(', ');
}

/** The comma may be a Chinese one; a word is named once. */
export function wordsOf(line: string): string[] {
  const words = line.split(/[,，、]/).map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== ''))];
}

/** Lines without words are left out. */
export function listsOf(lines: readonly string[]): string[][] {
  return lines.map(wordsOf).filter((words) => words.length > 0);
}
