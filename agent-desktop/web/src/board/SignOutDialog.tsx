import { requests } from '../api/requests.ts';
import type { SeatRow } from '../api/types.ts';
import { attempt } from '../app/toasts.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { t } from '../text/text.ts';
import { closeSeat } from './openSeat.ts';

/** Asks before it signs somebody else out. */
export function SignOutDialog({ agent }: { agent: SeatRow['agent'] }) {
  const confirm = () => {
    closeSeat();
    void attempt(() => requests.signOutSeat(agent.id));
  };
  return (
    <Dialog title={t('board.signOutSeat', { name: agent.name })} onClose={closeSeat} testId="sign-out-dialog">
      <p>{t('board.signOutMore')}</p>
      <div class="form-end">
        <button type="button" onClick={closeSeat}>
          {t('action.cancel')}
        </button>
        <button type="button" class="danger" data-testid="sign-out-confirm" onClick={confirm}>
          {t('board.signOutConfirm')}
        </button>
      </div>
    </Dialog>
  );
}
