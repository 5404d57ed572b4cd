import '../mail/texts.ts';
import '../look/cases.css';
import '../look/records.css';
import '../look/pulled.css';
import { useEffect, useRef } from 'preact/hooks';
import { query } from '../app/route.ts';
import { queueTitle } from '../app/session.ts';
import { pulledQueues, seat } from '../feed/picture.ts';
import { useKeys } from '../keys/keys.ts';
import { Icon } from '../parts/Icon.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { t } from '../text/text.ts';
import { oldestOf } from './list.ts';
import { PulledRow } from './PulledRow.tsx';
import { QueueChoice } from './QueueChoice.tsx';
import { useTaking } from './useTaking.ts';

/** The mails that wait to be taken; of which queue alone is part of the address. */
export function PulledPage() {
  const queue = query.value.get('queue') ?? undefined;
  const { list, taking, take, step, more, again } = useTaking(queue);
  const { rows, state, chosen, next } = list;
  const element = useRef<HTMLOListElement>(null);
  const byKey = useRef(false);
  const oldest = oldestOf(rows);
  // What is offered comes first: Enter is its.
  const free = () => seat.value?.state !== 'OFFERED';
  const move = (by: 1 | -1) => {
    byKey.current = true;
    step({ is: 'move', by });
  };
  useKeys([
    { key: 'j', shift: false, run: () => move(1) },
    { key: 'ArrowDown', run: () => move(1) },
    { key: 'k', shift: false, run: () => move(-1) },
    { key: 'ArrowUp', run: () => move(-1) },
    { key: 'Enter', when: () => free() && chosen !== undefined, run: () => chosen !== undefined && void take(chosen) },
    { key: 'p', shift: true, when: () => free() && oldest !== undefined, run: () => oldest && void take(oldest) },
  ]);
  useEffect(() => {
    // Whoever went through by keys sees where he is; else nothing is scrolled.
    if (byKey.current || mayFocus(element.current)) {
      element.current?.querySelector<HTMLElement>('[aria-current] button')?.focus({ preventScroll: !byKey.current });
    }
  }, [chosen, state]);
  useEffect(() => {
    byKey.current = false;
  });
  return (
    <section class="record-list pulled" aria-labelledby="pulled-title" data-testid="pulled">
      <header class="record-head">
        <h1 id="pulled-title">{t('pulled.title')}</h1>
        <button
          type="button"
          disabled={oldest === undefined || taking !== undefined}
          data-testid="take-oldest"
          onClick={() => oldest !== undefined && void take(oldest)}
        >
          <Icon name="clock" />
          {t('pulled.takeOldest')}
          <span>
            <Kbd>⇧</Kbd> <Kbd>P</Kbd>
          </span>
        </button>
      </header>
      <p class="secondary">{t('pulled.lead')}</p>
      <QueueChoice queue={queue} />
      {list.problem !== undefined && <Refusal text={list.problem} again={again} />}
      {state === 'loading' && <Skeleton lines={8} />}
      {state === 'shown' && rows.length === 0 && <p class="empty secondary">{emptyWords(queue)}</p>}
      {rows.length > 0 && (
        <ol
          ref={element}
          class="pulled-rows"
          aria-label={t('pulled.title')}
          onPointerEnter={() => step({ is: 'hold', held: true })}
          onPointerLeave={() => step({ is: 'hold', held: false })}
        >
          {rows.map((row) => (
            <PulledRow
              key={row.mail.id}
              row={row}
              chosen={row.mail.id === chosen}
              taking={taking}
              named={queue === undefined && pulledQueues.value.length > 1}
              onChoose={() => step({ is: 'choose', id: row.mail.id })}
              onTake={() => void take(row.mail.id)}
            />
          ))}
        </ol>
      )}
      <p class="only-read" role="status">
        {rows.findLast((row) => row.said !== undefined)?.said}
      </p>
      {next !== undefined && (
        <button type="button" class="more" data-testid="list-more" onClick={more}>
          {t('pulled.more')}
        </button>
      )}
    </section>
  );
}

function emptyWords(queue: string | undefined): string {
  if (pulledQueues.value.length === 0) return t('pulled.noQueue');
  return queue === undefined ? t('pulled.empty') : t('pulled.emptyIn', { queue: queueTitle(queue) });
}

/** From the list itself, from what led to it, or from nowhere; never away from what somebody writes, chooses or is offered. */
function mayFocus(list: HTMLElement | null): boolean {
  const focused = document.activeElement;
  if (focused === null || focused === document.body || list?.contains(focused)) return true;
  return focused.matches('[data-testid=nav-pulled]');
}
