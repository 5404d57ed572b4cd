import type { Case } from '../api/cases.ts';
import { follow } from '../app/route.ts';
import { zone } from '../app/session.ts';
import { addresses } from '../desktop/views.ts';
import { moveFocus } from '../records/rowFocus.ts';
import { date } from '../text/format.ts';
import { t } from '../text/text.ts';
import { DueWord } from './DueWord.tsx';
import type { CaseColumn } from './lists.ts';
import { StateChip } from './StateChip.tsx';
import { categoryPath, teamTitle, typeTitle } from './words.ts';

/** Cases as rows; the arrow keys go from number to number. */
export function CaseTable({ list, columns }: { list: readonly Case[]; columns: readonly CaseColumn[] }) {
  return (
    <div class="table-scroll">
      <table class="records" onKeyDown={moveFocus}>
        <thead>
          <tr>
            <th scope="col">{t('case.number')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`case.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.map((one) => (
            <tr key={one.id} data-testid="case-row">
              <th scope="row">
                <a href={addresses.case(one.id)} onClick={follow} class="figures number">
                  {one.number}
                </a>
              </th>
              {columns.map((column) => (
                <td key={column}>
                  <Cell column={column} of={one} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ column, of }: { column: CaseColumn; of: Case }) {
  switch (column) {
    case 'subject':
      return <>{of.subject}</>;
    case 'customer':
      return (
        of.customer && (
          <a href={addresses.customer(of.customer.id)} onClick={follow}>
            {of.customer.name}
          </a>
        )
      );
    case 'type':
      return <>{typeTitle(of.type)}</>;
    case 'category':
      return <>{of.category && categoryPath(of.category)}</>;
    case 'state':
      return <StateChip of={of} />;
    case 'priority':
      return <>{t(`casePriority.${of.priority}`)}</>;
    case 'owner':
      return <>{of.owner?.name}</>;
    case 'team':
      return <>{of.team && teamTitle(of.team)}</>;
    case 'due':
      return <DueWord of={of} />;
    case 'openedAt':
    case 'changedAt':
      return <>{date(of[column], zone.value)}</>;
  }
}
