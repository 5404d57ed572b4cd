import type { PhoneAccount } from '../api/types.ts';

/** The address of the telephone's WebSocket; the server may give one relative to itself. */
export function websocketUrl(account: PhoneAccount, page: Location): string {
  const url = new URL(account.websocketUrl, page.href);
  if (url.protocol === 'http:') url.protocol = 'ws:';
  if (url.protocol === 'https:') url.protocol = 'wss:';
  return url.href;
}
