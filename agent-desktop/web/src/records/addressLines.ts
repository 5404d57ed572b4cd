import { formatAddress } from 'localized-address-format';
import type { Address } from '../api/types.ts';
import { countryName } from '../text/format.ts';

/** The lines of an address in the order in which its country writes them, with the country's name below. */
export function addressLines({ lines, postalCode, city, region, country }: Address): string[] {
  const written = formatAddress({
    addressLines: [...lines],
    ...(postalCode === undefined ? {} : { postalCode }),
    ...(city === undefined ? {} : { locality: city }),
    ...(region === undefined ? {} : { administrativeArea: region }),
    ...(country === undefined ? {} : { postalCountry: country }),
  });
  // Some countries write no region, and some have no postal code; what stands in the record is not to be lost by that.
  const lost = [postalCode, city, region].filter(
    (part): part is string => part !== undefined && !written.some((line) => line.includes(part.trim())),
  );
  return [...written, ...lost, ...(country === undefined ? [] : [countryName(country)])];
}
