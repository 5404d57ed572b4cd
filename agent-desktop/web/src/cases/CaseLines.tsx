import type { Case } from '../api/cases.ts';
import { follow } from '../app/route.ts';
import { addresses } from '../desktop/views.ts';
import { t } from '../text/text.ts';
import { DueWord } from './DueWord.tsx';
import { StateChip } from './StateChip.tsx';

/** Cases in a few lines each: number, state, subject, what is due next. */
export function CaseLines({ list, here }: { list: readonly Case[]; here?: string | undefined }) {
  return (
    <ul class="case-lines">
      {list.map((one) => (
        <li key={one.id} class={one.id === here ? 'here' : undefined} data-testid="case-line">
          <p class="case-line">
            <a href={addresses.case(one.id)} onClick={follow} class="figures">
              {one.number}
            </a>
            <StateChip of={one} />
            {one.id === here && <span class="chip vip">{t('case.here')}</span>}
          </p>
          <p class="case-subject">{one.subject}</p>
          <DueWord of={one} />
        </li>
      ))}
    </ul>
  );
}
