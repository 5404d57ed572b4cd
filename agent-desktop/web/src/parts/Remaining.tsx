import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { seconds } from '../feed/clock.ts';
import { elapsed } from '../text/format.ts';

/** Time until an instant, ticking down to 0:00. */
export function Remaining({ until }: { until: string }) {
  const shown = useMemo(() => {
    const end = Date.parse(until);
    // Rounded up, so that 0:00 means that it is over.
    return computed(() => elapsed(end - seconds.value + 999));
  }, [until]);
  return <span class="figures">{shown}</span>;
}
