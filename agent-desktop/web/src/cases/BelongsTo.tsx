import { useEffect, useState } from 'preact/hooks';
import { type Case, cases, OPEN_KINDS } from '../api/cases.ts';
import { attempt } from '../app/toasts.ts';
import { FindBox } from '../find/FindBox.tsx';
import type { HitKind } from '../find/finding.ts';
import { t } from '../text/text.ts';
import { attached, belong, caseChanges } from './attached.ts';

const CASES: readonly HitKind[] = ['cases'];
const OTHER = 'other';

/** Which case an interaction belongs to: one of the customer's open ones, another one, or none. */
export function BelongsTo({ interaction, customer }: { interaction: string; customer: string | undefined }) {
  const [open, setOpen] = useState<readonly Case[]>([]);
  const [finding, setFinding] = useState(false);
  const here = attached.value?.interaction === interaction ? attached.value.case : undefined;
  useEffect(() => {
    if (customer === undefined) return;
    let current = true;
    cases.page({ customer, kinds: OPEN_KINDS.join() }, undefined).then(
      (page) => current && setOpen(page.items),
      // Then only the way by search is left; the list beside the call says what is wrong.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [customer, caseChanges.value]);
  const choices = here === undefined || open.some((one) => one.id === here.id) ? open : [here, ...open];
  const to = (one: Pick<Case, 'id'> | undefined) => {
    setFinding(false);
    void attempt(() => belong(interaction, one));
  };
  return (
    <div class="field" onKeyDown={keepEnter}>
      <label for="belongs-to">{t('belongs.label')}</label>
      <select
        id="belongs-to"
        data-testid="belongs-to"
        value={finding ? OTHER : (here?.id ?? '')}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          if (chosen === OTHER) setFinding(true);
          else to(choices.find((one) => one.id === chosen));
        }}
      >
        <option value="">{t('belongs.none')}</option>
        {choices.map((one) => (
          <option key={one.id} value={one.id}>
            {one.number} · {one.subject}
          </option>
        ))}
        <option value={OTHER}>{t('belongs.other')}</option>
      </select>
      {finding && (
        <FindBox
          label={t('belongs.find')}
          placeholder={t('case.search')}
          kinds={CASES}
          testId="find-case"
          onChoose={to}
        />
      )}
    </div>
  );
}

/** Enter in the search chooses; it must not send off the form around it. */
function keepEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter' && !event.ctrlKey && event.target instanceof HTMLInputElement) event.preventDefault();
}
