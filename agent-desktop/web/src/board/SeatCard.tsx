import type { SeatRow } from '../api/types.ts';
import { queueTitle } from '../app/session.ts';
import { nextWord, stateWord } from '../desktop/seatWords.ts';
import { Elapsed } from '../parts/Elapsed.tsx';
import { Icon } from '../parts/Icon.tsx';
import { PhoneNumber } from '../parts/PhoneNumber.tsx';
import { StateIcon, toneOf } from '../parts/StateIcon.tsx';
import { t } from '../text/text.ts';
import { lookAt } from './openSeat.ts';

export function SeatCard({ seat, wall }: { seat: SeatRow; wall: boolean }) {
  const inside = <Inside seat={seat} />;
  const name = `seat tone-${toneOf(seat.state)}`;
  return (
    <li
      class={name}
      data-testid={`seat-${seat.agent.id}`}
      data-extension={seat.agent.extension}
      data-state={seat.state}
    >
      {wall ? (
        <div class="seat-inside">{inside}</div>
      ) : (
        <button type="button" class="seat-inside" aria-haspopup="dialog" onClick={() => lookAt(seat.agent.id)}>
          {inside}
        </button>
      )}
    </li>
  );
}

function Inside({ seat }: { seat: SeatRow }) {
  const next = nextWord(seat);
  return (
    <>
      <span class="seat-name">
        {seat.agent.name}
        <span class="secondary figures">{seat.agent.extension}</span>
      </span>
      <span class="seat-state">
        <StateIcon state={seat.state} />
        <span>{stateWord(seat)}</span>
        {seat.state !== 'SIGNED_OUT' && <Elapsed since={seat.since} />}
      </span>
      {seat.interaction !== undefined && (
        <span class="seat-on secondary">
          {queueTitle(seat.queue)} · {seat.customer?.name ?? <PhoneNumber value={seat.from ?? ''} />}
        </span>
      )}
      {next !== undefined && <span class="seat-on secondary">{next}</span>}
      {!seat.connected && seat.state !== 'SIGNED_OUT' && (
        <span class="seat-gone">
          <Icon name="warning" size={12} />
          {t('board.pageGone')}
        </span>
      )}
    </>
  );
}
