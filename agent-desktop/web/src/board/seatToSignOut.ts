import { signal } from '@preact/signals';
import type { SeatRow } from '../api/types.ts';

/** The seat that the supervisor is asked about. */
export const seatToSignOut = signal<SeatRow['agent'] | undefined>(undefined);
