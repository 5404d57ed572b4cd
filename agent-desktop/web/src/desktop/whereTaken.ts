import type { Seat } from '../api/types.ts';

/** Whether what was taken is the seat's contact by now, or one beside it; nothing while it is neither. */
export function whereTaken(now: Seat | undefined, interaction: string): 'contact' | 'beside' | undefined {
  if (now?.interaction === interaction) return now.state === 'ON_CONTACT' ? 'contact' : undefined;
  return now?.works?.some((work) => work.interaction === interaction) ? 'beside' : undefined;
}
