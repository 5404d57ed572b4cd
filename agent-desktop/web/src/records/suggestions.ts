import { getCountries } from 'libphonenumber-js/min';
import { countryName, languageName } from '../text/format.ts';
import { locale } from '../text/text.ts';

/** What is offered while somebody writes; anything else can be written too. */
export interface Suggestion {
  value: string;
  label: string;
}

const SPOKEN =
  'ar bn cs da de el en es fa fi fr he hi hu id it ja ko ms nl no pl pt ro ru sv sw th tr uk ur vi zh'.split(' ');

export const LANGUAGES = (): Suggestion[] => sorted(SPOKEN.map((value) => ({ value, label: languageName(value) })));

export const TIME_ZONES = (): Suggestion[] =>
  Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value.replaceAll('_', ' ') }));

export const COUNTRIES = (): Suggestion[] =>
  sorted(getCountries().map((value) => ({ value, label: countryName(value) })));

function sorted(suggestions: Suggestion[]): Suggestion[] {
  const order = new Intl.Collator(locale.value);
  return suggestions.sort((one, other) => order.compare(one.label, other.label));
}
