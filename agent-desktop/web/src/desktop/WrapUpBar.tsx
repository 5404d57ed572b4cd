import type { Seat } from '../api/types.ts';
import { DeadlineBar } from '../parts/DeadlineBar.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { Remaining } from '../parts/Remaining.tsx';
import { t } from '../text/text.ts';
import { extendWrapUp } from './actions.ts';

const LIMIT_MS = 60_000;

/** How long the agent may still write, running down. */
export function WrapUpBar({ now }: { now: Seat }) {
  if (now.deadline === undefined) return null;
  return (
    <div class="wrap-up-bar" data-testid="wrap-up">
      <span>
        {t('wrapUp.left')} <Remaining until={now.deadline} />
      </span>
      <DeadlineBar until={now.deadline} limitMs={now.limit ?? LIMIT_MS} />
      <button type="button" class="small" data-testid="wrap-up-extend" onClick={extendWrapUp}>
        {t('wrapUp.extend')}
        <Kbd>E</Kbd>
      </button>
    </div>
  );
}
