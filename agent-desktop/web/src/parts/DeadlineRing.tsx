import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { quarters } from '../feed/clock.ts';

const RADIUS = 20;
const LENGTH = 2 * Math.PI * RADIUS;

/** A ring that runs out by a deadline, with the whole seconds left in it. */
export function DeadlineRing({ until, limitMs }: { until: string; limitMs: number }) {
  const { gone, left } = useMemo(() => {
    const end = Date.parse(until);
    return {
      gone: computed(() => LENGTH * (1 - Math.max(0, Math.min(1, (end - quarters.value) / limitMs)))),
      left: computed(() => String(Math.max(0, Math.ceil((end - quarters.value) / 1000)))),
    };
  }, [until, limitMs]);
  return (
    <span class="ring">
      <svg viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false">
        <circle class="ring-track" cx="24" cy="24" r={RADIUS} />
        <circle
          class="ring-left"
          cx="24"
          cy="24"
          r={RADIUS}
          stroke-dasharray={LENGTH}
          stroke-dashoffset={gone}
          transform="rotate(-90 24 24)"
        />
      </svg>
      <span class="ring-seconds figures">{left}</span>
    </span>
  );
}
