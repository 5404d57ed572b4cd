import { percent } from '../text/format.ts';
import { t } from '../text/text.ts';

/** A service level as a bar with the target marked, and in figures. */
export function LevelBar({ level, target }: { level: number | undefined; target: number }) {
  if (level === undefined) return <span class="secondary">{t('board.noneYet')}</span>;
  const below = level < target;
  const said = t(below ? 'board.levelBelow' : 'board.levelMet', { level: percent(level), target: percent(target) });
  return (
    <span class={below ? 'level-bar below' : 'level-bar'} title={said}>
      <svg viewBox="0 0 100 8" width="72" height="8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="level-track" width="100" height="8" rx="2" />
        <rect class="level-fill" width={Math.max(1, Math.min(100, level * 100))} height="8" rx="2" />
        <rect class="level-target" x={Math.min(98, target * 100)} width="2" height="8" />
      </svg>
      <span class="figures">{percent(level)}</span>
    </span>
  );
}
