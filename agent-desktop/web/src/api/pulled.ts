import { call } from './http.ts';
import type { MailAddress } from './mail.ts';
import type { Instant, Named, Page } from './types.ts';

/** A mail that waits in a queue until somebody takes it. */
export interface PulledMail {
  id: string;
  queue: string;
  since: Instant;
  /** Higher goes before lower. */
  tier: number;
  subject: string;
  from: MailAddress;
  customer?: Named;
  /** How its text begins. */
  preview: string;
  dueAt?: Instant;
  tags: string[];
}

export const pulled = {
  /** @param queue of which alone; without it, of all that the agent serves */
  page: (queue: string | undefined, limit: number, after: string | undefined) =>
    call<Page<PulledMail>>('GET', `/pulled?${new URLSearchParams(given({ queue, limit: String(limit), after }))}`),
  /** Refused where somebody was faster, or the agent may not or cannot have it now. */
  take: (interaction: string) => call('POST', `/interactions/${encodeURIComponent(interaction)}/take`),
};

function given(parts: Readonly<Record<string, string | undefined>>): [string, string][] {
  return Object.entries(parts).filter((part): part is [string, string] => part[1] !== undefined);
}
