import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

const E164 = /^\+\d{6,15}$/;

/** An E.164 number in the groups in which its country writes it to the world; anything else stays whole. */
export function groups(number: string): string[] {
  if (!E164.test(number)) return [number];
  const written = parsePhoneNumberFromString(number)?.formatInternational() ?? number;
  const parts = written.split(/[^+\d]+/).filter((part) => part !== '');
  // Whatever the library makes of it: what is shown is the number and nothing else.
  return parts.join('') === number ? parts : [number];
}
