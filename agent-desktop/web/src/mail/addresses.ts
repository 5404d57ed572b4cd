import type { MailAddress } from '../api/mail.ts';

/** What stands in a field of addresses. */
export interface AddressesRead {
  addresses: MailAddress[];
  /** What is no address. */
  wrong: string[];
}

const ADDRESS = /^[^\s<>,;@"]+@[^\s<>,;@"]+$/;

/** `Käthe <kaethe@example.org>, bo@example.org`, with commas or semicolons between; the server reads them anew. */
export function readAddresses(text: string): AddressesRead {
  const read: AddressesRead = { addresses: [], wrong: [] };
  for (const piece of pieces(text)) {
    const found = one(piece);
    if (found === undefined) read.wrong.push(piece);
    else if (!read.addresses.some((known) => isSame(known, found))) read.addresses.push(found);
  }
  return read;
}

export function writeAddresses(addresses: readonly MailAddress[]): string {
  return addresses.map(addressWords).join(', ');
}

/** With a name in quotes where it would be read as something else. */
export function addressWords({ name, address }: MailAddress): string {
  if (name === '') return address;
  const bare = /[,;<>"@]/.test(name) ? `"${name.replace(/["\\]/g, '\\$&')}"` : name;
  return `${bare} <${address}>`;
}

/** Case matters in the part before the @ by the letter of RFC 5321, and nowhere else. */
export function isSame(one: MailAddress, other: MailAddress): boolean {
  return one.address.toLowerCase() === other.address.toLowerCase();
}

/** Between commas and semicolons that stand outside of quotes. */
function pieces(text: string): string[] {
  const found = text.match(/(?:"(?:\\.|[^"\\])*"|[^,;"]|")+/g) ?? [];
  return found.map((piece) => piece.trim()).filter((piece) => piece !== '');
}

function one(piece: string): MailAddress | undefined {
  const named = /^(.*)<([^<>]*)>$/s.exec(piece);
  const address = (named?.[2] ?? piece).trim();
  if (!ADDRESS.test(address)) return undefined;
  return { address, name: nameOf(named?.[1] ?? '') };
}

function nameOf(text: string): string {
  const bare = text.trim();
  const quoted = /^"(.*)"$/s.exec(bare);
  return quoted === null ? bare : (quoted[1] ?? '').replace(/\\(.)/g, '$1').trim();
}
