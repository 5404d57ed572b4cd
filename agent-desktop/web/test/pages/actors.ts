import { type Scene, summary } from './browser.ts';
import * as world from './world.ts';

/** An agent at his desk, told these frames. */
export function agent(...frames: object[]): Scene {
  return { session: world.session('AGENT'), frames: [...frames, summary] };
}

export function onContact(): Scene {
  return agent(
    { type: 'seat', seat: { ...world.seats.onContact } },
    { type: 'interaction', interaction: { ...world.live, state: 'ACTIVE', muted: true }, pop: world.pop },
    { type: 'phone', interaction: 'i1', muted: true, held: false, deviceLost: false, device: 'BROWSER' },
  );
}
