import { count } from '../text/format.ts';
import { type Bar, said } from './bars.ts';

const WIDTH = 640;
const LANE = 28;
const LEFT = 260;
const RIGHT = 56;

/** Bars that lie, each beside its name: for names that are sentences. */
export function Lanes({ what, bars }: { what: string; bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <svg class="bars" viewBox={`0 0 ${WIDTH} ${bars.length * LANE}`} role="img" aria-label={said(what, bars)}>
      {bars.map((bar, at) => {
        const length = ((WIDTH - LEFT - RIGHT) * bar.value) / most;
        return (
          <g key={bar.id}>
            <text class="bars-scale" x={LEFT - 8} y={at * LANE + 18}>
              {bar.name}
            </text>
            <rect class="bars-bar" x={LEFT} y={at * LANE + 4} width={Math.max(1, length)} height={LANE - 8} rx="2" />
            <text class="bars-value" x={LEFT + length + 8} y={at * LANE + 18}>
              {count(bar.value)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
