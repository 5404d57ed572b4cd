/** Where in an expression something is wrong, counted from 1. */
export interface Fault {
  line: number;
  column: number;
}

/** The place that a refusal names: its first two numbers, in whatever language it is written. */
export function faultIn(words: string): Fault | undefined {
  const found = /^\D*(\d+)\D+(\d+)/.exec(words);
  return found ? { line: Number(found[1]), column: Number(found[2]) } : undefined;
}

/** As an offset from the beginning; never behind the end. */
export function offsetOf(text: string, { line, column }: Fault): number {
  const lines = text.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  // CEL counts whole characters, of which some take two places here.
  const inLine = [...(lines[line - 1] ?? '')].slice(0, column - 1).join('').length;
  return Math.min(before + inLine, text.length);
}
