import { Icon } from '../parts/Icon.tsx';
import { t } from '../text/text.ts';
import { Tick } from './PointsField.tsx';

interface Properties<C extends string> {
  all: readonly C[];
  shown: readonly C[];
  nameOf: (column: C) => string;
  onColumn: (column: C, shown: boolean) => void;
}

/** Which columns a list shows beside the name. */
export function ColumnsMenu<C extends string>({ all, shown, nameOf, onColumn }: Properties<C>) {
  return (
    <details class="columns-menu" onKeyDown={closeByEscape} onFocusOut={closeBehind}>
      <summary class="button" data-testid="columns">
        <Icon name="table" />
        {t('list.columns')}
      </summary>
      <div class="panel" role="group" aria-label={t('list.columns')}>
        {all.map((column) => (
          <Tick
            key={column}
            label={nameOf(column)}
            ticked={shown.includes(column)}
            onTick={(ticked) => onColumn(column, ticked)}
          />
        ))}
      </div>
    </details>
  );
}

function closeByEscape(event: KeyboardEvent): void {
  const menu = event.currentTarget;
  if (event.key !== 'Escape' || !(menu instanceof HTMLDetailsElement) || !menu.open) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
  event.preventDefault();
  event.stopPropagation();
}

/** Whoever goes on to something else is done with it. */
function closeBehind(event: FocusEvent): void {
  const menu = event.currentTarget;
  if (!(menu instanceof HTMLDetailsElement)) return;
  if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) menu.open = false;
}
