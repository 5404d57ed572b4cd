import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { quarters } from '../feed/clock.ts';

const LAST_MS = 10_000;

/** A bar that runs down until a deadline. The time beside it says the same in figures. */
export function DeadlineBar({ until, limitMs }: { until: string; limitMs: number }) {
  const { left, late } = useMemo(() => {
    const end = Date.parse(until);
    return {
      left: computed(() => Math.max(0, Math.min(1, (end - quarters.value) / limitMs)) * 100),
      late: computed(() => (end - quarters.value < LAST_MS ? 'bar-left late' : 'bar-left')),
    };
  }, [until, limitMs]);
  return (
    <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class={late} x="0" y="0" width={left} height="4" />
    </svg>
  );
}
