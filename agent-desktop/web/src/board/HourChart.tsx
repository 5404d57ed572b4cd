import { useEffect, useRef } from 'preact/hooks';
import type { MinuteFigures } from '../api/types.ts';
import { zone } from '../app/session.ts';
import { tellProblem } from '../app/toasts.ts';
import { theme } from '../look/theme.ts';
import { language, t } from '../text/text.ts';
import type { Chart } from './chart.ts';

/** The chart's code is fetched with the first chart. */
export function HourChart({ minutes, threshold }: { minutes: readonly MinuteFigures[]; threshold: number }) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<Chart>(undefined);
  const newest = useRef(minutes);
  newest.current = minutes;

  useEffect(() => {
    let here = true;
    const element = place.current;
    if (element === null) return;
    import('./chart.ts').then(({ draw }) => {
      if (here) chart.current = draw(element, newest.current, threshold, zone.peek());
    }, tellProblem);
    return () => {
      here = false;
      chart.current?.destroy();
      chart.current = undefined;
    };
  }, [threshold, theme.value, language.value]);
  useEffect(() => chart.current?.show(minutes), [minutes]);
  return <div class="hour-chart" ref={place} role="img" aria-label={t('chart.label')} />;
}
