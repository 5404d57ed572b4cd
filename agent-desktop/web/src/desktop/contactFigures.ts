import type { Contact } from '../api/types.ts';

/** Time spent talking, over all segments. */
export function talkedMs(contact: Contact): number {
  return contact.segments.reduce((sum, { answeredAt, endedAt }) => {
    return answeredAt === undefined || endedAt === undefined
      ? sum
      : sum + (Date.parse(endedAt) - Date.parse(answeredAt));
  }, 0);
}
