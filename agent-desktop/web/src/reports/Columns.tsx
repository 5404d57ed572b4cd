import { count } from '../text/format.ts';
import { type Bar, said, topOf } from './bars.ts';

const WIDTH = 640;
const HEIGHT = 180;
const LEFT = 44;
const TOP = 12;
const BOTTOM = 24;
const NAMES_MAX = 8;

/** Bars that stand, along time or a scale. */
export function Columns({ what, bars }: { what: string; bars: readonly Bar[] }) {
  const top = topOf(Math.max(0, ...bars.map((bar) => bar.value)));
  const floor = HEIGHT - BOTTOM;
  const y = (value: number) => floor - (value / top) * (floor - TOP);
  const step = (WIDTH - LEFT) / Math.max(1, bars.length);
  const everyName = Math.ceil(bars.length / NAMES_MAX);
  return (
    <svg class="bars" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={said(what, bars)}>
      {[0, top / 2, top].map((value) => (
        <g key={value}>
          <path class="bars-grid" d={`M${LEFT} ${y(value)}H${WIDTH}`} />
          <text class="bars-scale" x={LEFT - 6} y={y(value) + 4}>
            {count(value)}
          </text>
        </g>
      ))}
      {bars.map((bar, at) => (
        <g key={bar.id}>
          <rect
            class="bars-bar"
            x={LEFT + at * step + step * 0.12}
            y={y(bar.value)}
            width={Math.max(0.5, step * 0.76)}
            height={floor - y(bar.value)}
          >
            <title>{`${bar.name}: ${count(bar.value)}`}</title>
          </rect>
          {at % everyName === 0 && (
            <text class="bars-name" x={LEFT + (at + 0.5) * step} y={HEIGHT - 6}>
              {bar.name}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
