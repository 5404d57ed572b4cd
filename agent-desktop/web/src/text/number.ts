const ONE_DIGIT = /^\+[17]/;
const TWO_DIGITS = /^\+(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;
const THREE_DIGITS = /^\+\d{3}/;
const GROUP = 4;

/** An E.164 number as its country code (ITU-T E.164 list) and groups of up to four; anything else stays whole. */
export function groups(number: string): string[] {
  if (!/^\+\d{6,15}$/.test(number)) return [number];
  const code = (ONE_DIGIT.exec(number) ?? TWO_DIGITS.exec(number) ?? THREE_DIGITS.exec(number))?.[0] ?? '+';
  const rest = number.slice(code.length);
  // The last group is the full one; what is left over stands in front.
  const first = rest.length % GROUP || GROUP;
  const parts = [rest.slice(0, first)];
  for (let at = first; at < rest.length; at += GROUP) parts.push(rest.slice(at, at + GROUP));
  return [code, ...parts];
}
