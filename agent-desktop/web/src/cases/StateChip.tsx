import type { Case, StateKind } from '../api/cases.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { stateTitle } from './words.ts';

const ICONS: Record<StateKind, IconName> = {
  NEW: 'star',
  OPEN: 'play',
  WAITING_FOR_CUSTOMER: 'pause',
  SOLVED: 'check',
  CLOSED: 'close',
};

/** The state of a case, as its lifecycle calls it. */
export function StateChip({ of }: { of: Pick<Case, 'type' | 'state' | 'stateKind'> }) {
  return (
    <span class="chip" data-testid="case-state">
      <Icon name={ICONS[of.stateKind]} size={12} />
      {stateTitle(of)}
    </span>
  );
}
