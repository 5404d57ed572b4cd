import type { Pop } from '../../src/api/types.ts';
import { type Scene, summary } from './browser.ts';
import * as world from './world.ts';

/** An agent at his desk, told these frames. */
export function agent(...frames: object[]): Scene {
  return { session: world.session('AGENT'), frames: [...frames, summary] };
}

export function onContact(pop: Pop = world.pop): Scene {
  return agent(
    { type: 'seat', seat: { ...world.seats.onContact } },
    { type: 'interaction', interaction: { ...world.live, state: 'ACTIVE', muted: true }, pop },
    { type: 'phone', interaction: 'i1', muted: true, held: false, deviceLost: false, device: 'BROWSER' },
  );
}
