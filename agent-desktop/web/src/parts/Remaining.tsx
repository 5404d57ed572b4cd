import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { quarters } from '../feed/clock.ts';
import { elapsed } from '../text/format.ts';

/** Time until an instant, ticking down to 0:00. */
export function Remaining({ until }: { until: string }) {
  const shown = useMemo(() => {
    const end = Date.parse(until);
    // To the nearest second: it begins with the whole limit, whatever the clocks differ by.
    return computed(() => elapsed(end - quarters.value + 499));
  }, [until]);
  return <span class="figures">{shown}</span>;
}
