import type { ComponentChildren } from 'preact';
import { board } from '../feed/picture.ts';
import { count, elapsed, percent } from '../text/format.ts';
import { t } from '../text/text.ts';
import type { Figure } from './definitions.ts';
import { FigureName } from './FigureName.tsx';
import { figuresAt, stale } from './now.ts';
import { totalsOf } from './totals.ts';

/** The whole centre in one line. */
export function Totals() {
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
