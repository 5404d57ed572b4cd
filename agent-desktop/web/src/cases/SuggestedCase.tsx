import type { SuggestedCase as Suggested } from '../api/cases.ts';
import { follow } from '../app/route.ts';
import { may } from '../app/session.ts';
import { attempt } from '../app/toasts.ts';
import { addresses } from '../desktop/views.ts';
import { t } from '../text/text.ts';
import { belong } from './attached.ts';

/** The one case with which the interaction may go on. The agent says whether it does: whoever calls may call about anything. */
export function SuggestedCase({ interaction, suggested }: { interaction: string; suggested: Suggested }) {
  return (
    <div class="suggested-case" data-testid="suggested-case">
      <p class="case-line">
        <a href={addresses.case(suggested.id)} onClick={follow}>
          {t('belongs.suggested', { number: suggested.number })}
        </a>
        {may('case.change') && (
          <button
            type="button"
            class="small"
            aria-label={t('belongs.yesTo', { number: suggested.number })}
            onClick={() => void attempt(() => belong(interaction, suggested))}
          >
            {t('belongs.yes')}
          </button>
        )}
      </p>
      <p class="case-subject">{suggested.subject}</p>
    </div>
  );
}
