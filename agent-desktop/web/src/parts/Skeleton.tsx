import { useEffect, useState } from 'preact/hooks';
import { t } from '../text/text.ts';

const SHOWN_AFTER_MS = 300;

/** Grey lines in the place of what is loading; nothing at all while it is quick. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <div class="skeleton" role="status" aria-label={t('app.loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} class={`skeleton-line width-${line % 3}`} />
      ))}
    </div>
  );
}
