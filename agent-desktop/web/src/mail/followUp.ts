/** Times at which a conversation may come back, in the agent's own time. */

const MORNING = 9;
const MONDAY = 1;

export type Preset = 'hours' | 'tomorrow' | 'week';
export const PRESETS: readonly Preset[] = ['hours', 'tomorrow', 'week'];

/** In three hours; tomorrow, or next Monday, in the morning. */
export function at(preset: Preset, now: Date): Date {
  if (preset === 'hours') return new Date(now.getTime() + 3 * 60 * 60 * 1000);
  const days = preset === 'tomorrow' ? 1 : (MONDAY - now.getDay() + 7) % 7 || 7;
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING);
}

/** As a field of date and time has it. */
export function field(moment: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  return `${day}T${two(moment.getHours())}:${two(moment.getMinutes())}`;
}
