import type { SeatRow } from '../api/types.ts';
import { queueTitle } from '../app/session.ts';
import { nextWord, stateWord } from '../desktop/seatWords.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Elapsed } from '../parts/Elapsed.tsx';
import { Icon } from '../parts/Icon.tsx';
import { PhoneNumber } from '../parts/PhoneNumber.tsx';
import { Remaining } from '../parts/Remaining.tsx';
import { StateIcon, toneOf } from '../parts/StateIcon.tsx';
import { t } from '../text/text.ts';
import { askToSignOut, closeSeat } from './openSeat.ts';
import { selectQueue } from './views.ts';

/** What a seat is on, live, and what a supervisor can do about it. */
export function SeatDialog({ seat }: { seat: SeatRow }) {
  const { agent, queue } = seat;
  const title = t('board.seatOf', { name: agent.name, extension: agent.extension });
  return (
    <Dialog title={title} onClose={closeSeat} testId="seat-dialog">
      <SeatFacts seat={seat} />
      <div class="form-end">
        {queue !== undefined && (
          <button
            type="button"
            data-testid="seat-queue"
            onClick={() => {
              closeSeat();
              selectQueue(queue);
            }}
          >
            <Icon name="board" />
            {t('board.showQueue', { queue: queueTitle(queue) })}
          </button>
        )}
        {seat.state === 'SIGNED_OUT' ? (
          <button type="button" onClick={closeSeat}>
            {t('action.close')}
          </button>
        ) : (
          <button type="button" class="danger" data-testid="seat-sign-out" onClick={() => askToSignOut(agent.id)}>
            <Icon name="out" />
            {t('board.signOutAsk')}
          </button>
        )}
      </div>
    </Dialog>
  );
}

function SeatFacts({ seat }: { seat: SeatRow }) {
  const next = nextWord(seat);
  return (
    <dl class="facts">
      <div>
        <dt>{t('board.seatState')}</dt>
        <dd class={`seat-state tone-${toneOf(seat.state)}`}>
          <StateIcon state={seat.state} />
          <span>{stateWord(seat)}</span>
          {seat.state !== 'SIGNED_OUT' && <Elapsed since={seat.since} />}
        </dd>
      </div>
      {seat.interaction !== undefined && (
        <>
          <div>
            <dt>{t('board.queue')}</dt>
            <dd>{queueTitle(seat.queue)}</dd>
          </div>
          <div>
            <dt>{t('customer.label')}</dt>
            <dd>
              {seat.customer?.name} <PhoneNumber value={seat.from ?? ''} />
            </dd>
          </div>
        </>
      )}
      {seat.state === 'WRAP_UP' && seat.deadline !== undefined && (
        <div>
          <dt>{t('wrapUp.left')}</dt>
          <dd>
            <Remaining until={seat.deadline} />
          </dd>
        </div>
      )}
      {next !== undefined && (
        <div>
          <dt>{t('board.seatNext')}</dt>
          <dd>{next}</dd>
        </div>
      )}
      <div>
        <dt>{t('board.seatPage')}</dt>
        <dd>{t(seat.connected ? 'board.pageOpen' : 'board.pageGone')}</dd>
      </div>
    </dl>
  );
}
