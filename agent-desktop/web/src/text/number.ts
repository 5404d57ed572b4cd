const ONE_DIGIT = /^\+[17]/;
const TWO_DIGITS = /^\+(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;
const THREE_DIGITS = /^\+\d{3}/;

/** Sizes of the groups by the length of what follows the country code: as mobile and American numbers are written. */
const SIZES: Readonly<Record<number, readonly number[]>> = {
  6: [3, 3],
  7: [3, 4],
  8: [4, 4],
  9: [3, 3, 3],
  10: [3, 3, 4],
  11: [3, 4, 4],
  12: [4, 4, 4],
};

/** An E.164 number as its country code (ITU-T E.164 list) and groups; anything else stays whole. */
export function groups(number: string): string[] {
  if (!/^\+\d{6,15}$/.test(number)) return [number];
  const code = (ONE_DIGIT.exec(number) ?? TWO_DIGITS.exec(number) ?? THREE_DIGITS.exec(number))?.[0] ?? '+';
  let rest = number.slice(code.length);
  const parts = [code];
  for (const size of SIZES[rest.length] ?? [rest.length]) {
    parts.push(rest.slice(0, size));
    rest = rest.slice(size);
  }
  return parts;
}
