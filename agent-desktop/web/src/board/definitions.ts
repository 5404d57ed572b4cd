/** The figures of the board; each has a name and a definition in the message files, as METRICS defines it. */
export const FIGURES = [
  'waiting',
  'oldest',
  'serviceLevel',
  'offered',
  'answered',
  'abandoned',
  'abandonRate',
  'longest',
  'wait',
  'estimates',
  'asa',
  'lastHour',
  'ready',
  'busy',
  'wrapUp',
  'onBreak',
  'casesOverdue',
  'casesSoon',
] as const;

export type Figure = (typeof FIGURES)[number];
