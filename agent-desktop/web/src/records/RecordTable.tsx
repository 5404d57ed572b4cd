import type { RecordKind } from '../api/records.ts';
import { follow } from '../app/route.ts';
import { zone } from '../app/session.ts';
import { addresses } from '../desktop/views.ts';
import { PhoneNumber } from '../parts/PhoneNumber.tsx';
import { SegmentChip } from '../parts/SegmentChip.tsx';
import { date, languageName } from '../text/format.ts';
import { t } from '../text/text.ts';
import { type Entry, within } from './form.ts';
import type { Column } from './lists.ts';
import { removing } from './removal.ts';
import { moveFocus } from './rowFocus.ts';

interface Properties {
  kind: RecordKind;
  records: readonly Entry[];
  columns: readonly Column[];
}

/** Records as rows; the arrow keys go from name to name. */
export function RecordTable({ kind, records, columns }: Properties) {
  const there = records.filter((record) => !removing.value.has(record.id));
  return (
    <div class="table-scroll">
      <table class="records" onKeyDown={moveFocus}>
        <thead>
          <tr>
            <th scope="col">{t('record.name')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {columnName(kind, column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {there.map((record) => (
            <tr key={record.id} data-testid="record-row">
              <th scope="row">
                <a href={addresses.record(kind, record.id)} onClick={follow}>
                  {record.name}
                </a>
              </th>
              {columns.map((column) => (
                <td key={column}>
                  <Cell column={column} record={record} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function columnName(kind: RecordKind, column: Column): string {
  return column === 'within' ? t(`record.within.${kind}`) : t(`record.${column}`);
}

function Cell({ column, record }: { column: Column; record: Entry }) {
  switch (column) {
    case 'segment':
      return <SegmentChip segment={record.segment} />;
    case 'within': {
      const named = within(record);
      return (
        named && (
          <a href={addresses.organisation(named.id)} onClick={follow}>
            {named.name}
          </a>
        )
      );
    }
    case 'owner':
      return <>{record.owner?.name}</>;
    case 'language':
      return <>{record.language && languageName(record.language)}</>;
    case 'reachedAt': {
      const point = record.points.find((one) => one.primary) ?? record.points[0];
      return point ? <PhoneNumber value={point.value} /> : null;
    }
    case 'tags':
      return <>{record.tags.join(', ')}</>;
    case 'city':
      return <>{record.address?.city}</>;
    case 'since':
    case 'changedAt':
      return <>{date(record[column], zone.value)}</>;
  }
}
