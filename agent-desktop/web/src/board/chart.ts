import 'uplot/dist/uPlot.min.css';
import uPlot from 'uplot';
import type { MinuteFigures } from '../api/types.ts';
import { clockTime, count, elapsed } from '../text/format.ts';
import { t } from '../text/text.ts';

const HEIGHT = 200;

export interface Chart {
  show(minutes: readonly MinuteFigures[]): void;
  destroy(): void;
}

/** Waits as a line over the threshold, calls as bars below; time in the zone of the centre. */
export function draw(
  place: HTMLElement,
  minutes: readonly MinuteFigures[],
  threshold: number,
  zone: string | undefined,
): Chart {
  const plot = new uPlot(options(place, threshold, zone), columns(minutes, threshold), place);
  showNewest(plot);
  const fit = new ResizeObserver(() => plot.setSize({ width: place.clientWidth, height: HEIGHT }));
  fit.observe(place);
  return {
    show(next) {
      plot.setData(columns(next, threshold));
      showNewest(plot);
    },
    destroy() {
      fit.disconnect();
      plot.destroy();
    },
  };
}

/** While nobody points at a minute, the legend tells of the newest rather than of none. */
function showNewest(plot: uPlot): void {
  if (plot.cursor.idx == null && plot.data[0].length > 0) plot.setLegend({ idx: plot.data[0].length - 1 }, false);
}

function columns(minutes: readonly MinuteFigures[], threshold: number): uPlot.AlignedData {
  return [
    minutes.map((minute) => Date.parse(minute.at) / 1000),
    minutes.map((minute) => minute.answered),
    minutes.map((minute) => minute.abandoned),
    // A minute in which nobody's wait ended has none: a gap, not a zero.
    minutes.map((minute) => (minute.answered + minute.abandoned > 0 ? minute.maxWait : null)),
    minutes.map(() => threshold),
  ];
}

function options(place: HTMLElement, threshold: number, zone: string | undefined): uPlot.Options {
  const colour = colours(place);
  const ink = colour('--chart-ink');
  const grid = { stroke: colour('--chart-grid'), width: 1 };
  const wait = (value: number | null) => (value == null ? '–' : elapsed(value));
  const calls = (value: number | null) => (value == null ? '–' : count(value));
  const bars = uPlot.paths.bars;
  const barPaths = bars ? { paths: bars({ size: [0.7, 12] }) } : {};
  const axis = { stroke: ink, grid, ticks: grid, font: '12px system-ui' };
  return {
    width: place.clientWidth,
    height: HEIGHT,
    ...(zone ? { tzDate: (at: number) => uPlot.tzDate(new Date(at * 1000), zone) } : {}),
    fmtDate: () => (at: Date) => `${two(at.getHours())}:${two(at.getMinutes())}`,
    cursor: { drag: { x: false, y: false } },
    hooks: { setCursor: [showNewest] },
    scales: {
      x: { time: true },
      calls: { range: (_plot, _least, most) => [0, Math.max(4, (most ?? 0) * 2)] },
      wait: { range: (_plot, _least, most) => [0, Math.max(threshold * 1.5, most ?? 0)] },
    },
    axes: [
      axis,
      { ...axis, scale: 'wait', size: 56, values: (_plot, values) => values.map((value) => elapsed(value)) },
      {
        ...axis,
        scale: 'calls',
        side: 1,
        size: 36,
        grid: { show: false },
        values: (_plot, values) => values.map((value) => (Number.isInteger(value) ? count(value) : '')),
      },
    ],
    series: [
      { label: t('chart.minute'), value: (_plot, at) => (at == null ? '–' : clockTime(at * 1000, zone)) },
      {
        label: t('figure.answered'),
        scale: 'calls',
        fill: colour('--chart-answered'),
        ...barPaths,
        points: { show: false },
        value: (_plot, value) => calls(value),
      },
      {
        label: t('figure.abandoned'),
        scale: 'calls',
        fill: colour('--chart-abandoned'),
        ...barPaths,
        points: { show: false },
        value: (_plot, value) => calls(value),
      },
      {
        label: t('figure.longest'),
        scale: 'wait',
        stroke: colour('--chart-wait'),
        width: 2,
        points: { show: true, size: 5, fill: colour('--chart-wait') },
        value: (_plot, value) => wait(value),
      },
      {
        label: t('chart.threshold'),
        scale: 'wait',
        stroke: ink,
        dash: [4, 4],
        width: 1,
        points: { show: false },
        value: (_plot, value) => wait(value),
      },
    ],
  };
}

/** A canvas knows neither custom properties nor light-dark(): an element has to work them out. */
function colours(place: HTMLElement): (name: string) => string {
  const probe = document.createElement('span');
  place.append(probe);
  const found = new Map<string, string>();
  for (const name of ['--chart-ink', '--chart-grid', '--chart-answered', '--chart-abandoned', '--chart-wait']) {
    probe.style.color = `var(${name})`;
    found.set(name, getComputedStyle(probe).color);
  }
  probe.remove();
  return (name) => found.get(name) ?? 'gray';
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
