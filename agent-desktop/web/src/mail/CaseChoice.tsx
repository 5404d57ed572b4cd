import { useEffect, useState } from 'preact/hooks';
import { type Case, cases, OPEN_KINDS } from '../api/cases.ts';
import { may } from '../app/session.ts';
import { tellProblem } from '../app/toasts.ts';
import { t } from '../text/text.ts';

const SHOWN = 50;

interface Properties {
  customer: string;
  chosen: string | undefined;
  onChoose: (serviceCase: string | undefined) => void;
}

/** Which of the customer's open cases a mail is about; not there where he has none. */
export function CaseChoice({ customer, chosen, onChoose }: Properties) {
  const [open, setOpen] = useState<readonly Case[]>([]);
  useEffect(() => {
    if (!may('case.read')) return;
    let here = true;
    cases
      .page({ customer, kinds: OPEN_KINDS.join() }, undefined, SHOWN)
      .then((page) => here && setOpen(page.items), tellProblem);
    return () => {
      here = false;
    };
  }, [customer]);
  if (open.length === 0) return null;
  return (
    <div class="mail-field">
      <label for="mail-case">{t('mail.case')}</label>
      <select
        id="mail-case"
        data-testid="mail-case"
        value={chosen ?? ''}
        onChange={(event) => onChoose(event.currentTarget.value || undefined)}
      >
        <option value="">{t('mail.case.none')}</option>
        {open.map(({ id, number, subject }) => (
          <option key={id} value={id}>
            {number} {subject}
          </option>
        ))}
      </select>
    </div>
  );
}
