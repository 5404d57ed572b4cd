import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { seconds } from '../feed/clock.ts';
import { elapsed } from '../text/format.ts';

/** Time since an instant, ticking; only its text changes, nothing around it is drawn again. */
export function Elapsed({ since, class: name = '' }: { since: string; class?: string }) {
  const shown = useMemo(() => {
    const start = Date.parse(since);
    return computed(() => elapsed(seconds.value - start));
  }, [since]);
  return <span class={`figures ${name}`}>{shown}</span>;
}
