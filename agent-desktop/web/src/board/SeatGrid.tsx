import { board } from '../feed/picture.ts';
import { t } from '../text/text.ts';
import { stale } from './now.ts';
import { SeatCard } from './SeatCard.tsx';
import { inOrder } from './seatOrder.ts';

/** Every seat: state, since when, on what. */
export function SeatGrid({ wall }: { wall: boolean }) {
  const told = board.value;
  if (told === undefined) return null;
  const seats = wall ? told.seats.filter((seat) => seat.state !== 'SIGNED_OUT') : told.seats;
  return (
    <section class={stale.value ? 'seats stale' : 'seats'} aria-labelledby="seats-title">
      <h2 id="seats-title">{t('board.seats')}</h2>
      {seats.length === 0 && <p class="empty secondary">{t('board.noSeats')}</p>}
      <ul class="seat-grid">
        {inOrder(seats).map((seat) => (
          <SeatCard key={seat.agent.id} seat={seat} wall={wall} />
        ))}
      </ul>
    </section>
  );
}
