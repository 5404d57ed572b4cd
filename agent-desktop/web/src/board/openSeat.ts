import { signal } from '@preact/signals';

/** The seat that the supervisor looks at closely, by its agent. */
export const openSeat = signal<{ agent: string; asksToSignOut: boolean } | undefined>(undefined);

export function lookAt(agent: string): void {
  openSeat.value = { agent, asksToSignOut: false };
}

export function askToSignOut(agent: string): void {
  openSeat.value = { agent, asksToSignOut: true };
}

export function closeSeat(): void {
  openSeat.value = undefined;
}
