import type { Contact } from '../api/types.ts';

/** Time spent talking, over all segments. */
export function talkedMs(contact: Contact): number {
  return contact.segments.reduce((sum, { answeredAt, endedAt }) => {
    return answeredAt === undefined || endedAt === undefined
      ? sum
      : sum + (Date.parse(endedAt) - Date.parse(answeredAt));
  }, 0);
}

/** What is left to do, or was left undone, if anything. */
export function undoneWrapUp({ wrapUp }: Contact): 'OPEN' | 'RAN_OUT' | undefined {
  return wrapUp === 'DONE' ? undefined : wrapUp;
}
