import type { MinuteFigures } from '../api/types.ts';
import { elapsed } from '../text/format.ts';
import { t } from '../text/text.ts';

const WIDTH = 96;
const HEIGHT = 24;

/** The longest wait of each minute of the last hour; the line is the threshold. A minute without calls stays empty. */
export function Sparkline({ minutes, threshold }: { minutes: readonly MinuteFigures[]; threshold: number }) {
  const most = Math.max(threshold * 1.5, ...minutes.map((minute) => minute.maxWait));
  const step = WIDTH / Math.max(1, minutes.length);
  const y = (ms: number) => HEIGHT - (ms / most) * HEIGHT;
  const longest = Math.max(0, ...minutes.map((minute) => minute.maxWait));
  return (
    <svg
      class="sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={t('board.sparkline', { longest: elapsed(longest) })}
    >
      {minutes.map((minute, at) => (
        <rect
          key={minute.at}
          class={minute.maxWait > threshold ? 'late' : 'in-time'}
          x={at * step}
          y={y(minute.maxWait)}
          width={Math.max(0.5, step - 0.4)}
          height={HEIGHT - y(minute.maxWait)}
        />
      ))}
      <path class="threshold" d={`M0 ${y(threshold)}H${WIDTH}`} />
    </svg>
  );
}
