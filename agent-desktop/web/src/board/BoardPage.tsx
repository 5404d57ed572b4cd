import './board.css';
import './queues.css';
import './waiting.css';
import './seats.css';
import './wall.css';
import { useEffect } from 'preact/hooks';
import { Banners } from '../app/Banners.tsx';
import { openDialog } from '../app/dialogs.ts';
import { query } from '../app/route.ts';
import { feed } from '../app/workplace.ts';
import { board } from '../feed/picture.ts';
import { useKeys } from '../keys/keys.ts';
import { Skeleton } from '../parts/Skeleton.tsx';
import { t } from '../text/text.ts';
import { Alarms } from './Alarms.tsx';
import { BoardDialogs } from './BoardDialogs.tsx';
import { BoardHeader } from './BoardHeader.tsx';
import { QueueDetail } from './QueueDetail.tsx';
import { QueueTable } from './QueueTable.tsx';
import { SeatGrid } from './SeatGrid.tsx';
import { StaleNote } from './StaleNote.tsx';
import { Totals } from './Totals.tsx';
import { selectedQueue } from './views.ts';
import { WaitingList } from './WaitingList.tsx';

/** The supervisor's board; with `?wall` for a television: larger, and nothing to press. */
export function BoardPage() {
  const opened = feed.value;
  useEffect(() => {
    opened?.watchBoard(true);
    return () => opened?.watchBoard(false);
  }, [opened]);
  useKeys([{ key: '?', run: () => openDialog('help') }]);
  const wall = query.value.has('wall');
  return (
    <div class={wall ? 'board wall' : 'board'} data-testid="board">
      <BoardHeader wall={wall} />
      <Banners />
      {board.value === undefined ? <Skeleton lines={8} /> : <Picture wall={wall} />}
      <BoardDialogs />
    </div>
  );
}

function Picture({ wall }: { wall: boolean }) {
  const selected = selectedQueue.value;
  return (
    <main class="board-main" aria-label={t('board.title')}>
      <Totals wall={wall} />
      <StaleNote />
      <Alarms />
      <div class="board-columns">
        <div class="board-queues">
          <QueueTable wall={wall} />
          {selected !== undefined && !wall && <QueueDetail key={selected} id={selected} />}
          {!wall && <WaitingList queue={selected} />}
        </div>
        <SeatGrid wall={wall} />
      </div>
    </main>
  );
}
