import type { RecordKind } from '../api/records.ts';
import { Icon } from '../parts/Icon.tsx';
import { t } from '../text/text.ts';
import { COLUMNS, type Column } from './lists.ts';
import { Tick } from './PointsField.tsx';

interface Properties {
  kind: RecordKind;
  columns: readonly Column[];
  onColumn: (column: Column, shown: boolean) => void;
}

/** Which columns a list shows beside the name. */
export function ColumnsMenu({ kind, columns, onColumn }: Properties) {
  return (
    <details class="columns-menu" onKeyDown={closeByEscape} onFocusOut={closeBehind}>
      <summary class="button" data-testid="columns">
        <Icon name="table" />
        {t('list.columns')}
      </summary>
      <div class="panel" role="group" aria-label={t('list.columns')}>
        {COLUMNS.map((column) => (
          <Tick
            key={column}
            label={columnName(kind, column)}
            ticked={columns.includes(column)}
            onTick={(shown) => onColumn(column, shown)}
          />
        ))}
      </div>
    </details>
  );
}

export function columnName(kind: RecordKind, column: Column): string {
  return column === 'within' ? t(`record.within.${kind}`) : t(`record.${column}`);
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
