/** Brings together what the router says (accept this interaction) and what the telephone hears (an INVITE), in either order. */
export interface Matching {
  /** Answered as soon as it rings. */
  wanted?: string | undefined;
  /** What rings: the interaction that its INVITE names. */
  ringing?: string | undefined;
}

export type Step = 'answer' | 'ring' | 'wait' | 'nothing';

/** An INVITE came, for the interaction that its header names or the seat is on. */
export function rang(before: Matching, interaction: string): [Matching, Step] {
  if (interaction === before.wanted) return [{}, 'answer'];
  return [{ ...before, ringing: interaction }, 'ring'];
}

/** The agent accepts, or the page knows that the contact is his already. */
export function want(before: Matching, interaction: string): [Matching, Step] {
  if (before.ringing === interaction) return [{}, 'answer'];
  return [{ ...before, wanted: interaction }, 'wait'];
}

/** The ringing stopped, or the seat is no longer on that interaction. */
export function over(before: Matching, seatIsOn: string | undefined): Matching {
  return before.wanted === undefined || before.wanted !== seatIsOn ? {} : { wanted: before.wanted };
}
