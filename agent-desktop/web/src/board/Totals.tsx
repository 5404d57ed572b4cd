import type { ComponentChildren } from 'preact';
import type { Board } from '../api/types.ts';
import { follow } from '../app/route.ts';
import { addresses } from '../desktop/views.ts';
import { board } from '../feed/picture.ts';
import { Icon } from '../parts/Icon.tsx';
import { count, elapsed, percent } from '../text/format.ts';
import { t } from '../text/text.ts';
import type { Figure } from './definitions.ts';
import { FigureName } from './FigureName.tsx';
import { figuresAt, stale } from './now.ts';
import { casesOf, totalsOf } from './totals.ts';

/** The whole centre in one line. */
export function Totals({ wall }: { wall: boolean }) {
  const told = board.value;
  if (told === undefined) return null;
  const sums = totalsOf(told.queues, told.seats, figuresAt.value);
  return (
    <section class={stale.value ? 'totals stale' : 'totals'} aria-label={t('board.totals')} data-testid="totals">
      <Total figure="serviceLevel">{sums.serviceLevel === undefined ? '–' : percent(sums.serviceLevel)}</Total>
      <Total figure="waiting" id="total-waiting">
        {count(sums.waiting)}
      </Total>
      <Total figure="oldest">{sums.waiting > 0 ? elapsed(sums.oldestMs) : '–'}</Total>
      <Total figure="answered">{count(sums.answered)}</Total>
      <Total figure="abandonRate">{sums.offered > 0 ? percent(sums.abandoned / sums.offered, 1) : '–'}</Total>
      {told.cases !== undefined && <CaseTotals cases={told.cases} wall={wall} />}
      <span class="totals-gap" />
      <Total figure="ready" tone="ready">
        {count(sums.ready)}
      </Total>
      <Total figure="busy" tone="contact">
        {count(sums.busy)}
      </Total>
      <Total figure="wrapUp" tone="wrap">
        {count(sums.wrapUp)}
      </Total>
      <Total figure="onBreak" tone="break">
        {count(sums.onBreak)}
      </Total>
    </section>
  );
}

/** Of all teams, each leading to the list of those cases; a television has nothing to press. */
function CaseTotals({ cases, wall }: { cases: NonNullable<Board['cases']>; wall: boolean }) {
  const { overdue, nearlyOverdue } = casesOf(cases);
  return (
    <>
      <Total figure="casesOverdue" id="board-cases-overdue" {...(overdue > 0 ? { tone: 'error' } : {})}>
        {overdue > 0 && <Icon name="warning" />}
        {wall ? count(overdue) : <ToCases due="overdue" number={overdue} />}
      </Total>
      <Total figure="casesSoon">{wall ? count(nearlyOverdue) : <ToCases due="soon" number={nearlyOverdue} />}</Total>
    </>
  );
}

function ToCases({ due, number }: { due: 'overdue' | 'soon'; number: number }) {
  return (
    <a href={addresses.cases({ due })} onClick={follow}>
      {count(number)}
    </a>
  );
}

interface TotalProperties {
  figure: Figure;
  tone?: string;
  id?: string;
  children: ComponentChildren;
}

function Total({ figure, tone, id, children }: TotalProperties) {
  return (
    <div class={tone === undefined ? 'total' : `total tone-${tone}`}>
      <FigureName figure={figure} />
      <span class="total-value figures" data-testid={id}>
        {children}
      </span>
    </div>
  );
}
