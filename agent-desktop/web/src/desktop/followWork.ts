import { effect } from '@preact/signals';
import type { SeatState } from '../api/types.ts';
import { seat } from '../feed/picture.ts';
import { show } from './views.ts';

/** A contact that begins is shown, whatever was looked up meanwhile; after a reload the address stays what it is. */
export function followWork(): () => void {
  let before: SeatState | undefined;
  return effect(() => {
    const state = seat.value?.state;
    if (state === 'ON_CONTACT' && (before === 'OFFERED' || before === 'CONNECTING')) show.work();
    before = state;
  });
}
