import { useEffect, useState } from 'preact/hooks';
import { type Case, cases } from '../api/cases.ts';
import { requests } from '../api/requests.ts';
import { query } from '../app/route.ts';
import { session } from '../app/session.ts';
import { attempt, tell, tellProblem } from '../app/toasts.ts';
import { show } from '../desktop/views.ts';
import { live } from '../feed/picture.ts';
import { type Refused, refusedBy } from '../records/refused.ts';
import { forgetUnsaved, keepUnsaved, unsavedOf } from '../records/unsaved.ts';
import { t } from '../text/text.ts';
import { belong } from './attached.ts';
import { CaseFormView } from './CaseFormView.tsx';
import { type CaseForm, caseDraft, emptyForm } from './form.ts';

/** A new case, for the customer that the address names; made during a call, the call belongs to it. */
export function NewCase() {
  const customer = query.value.get('customer') ?? undefined;
  const interaction = query.value.get('interaction') ?? undefined;
  const place = `new case ${query.value}`;
  const [form, setForm] = useState<CaseForm>(() => unsavedOf<CaseForm>(place)?.form ?? first(customer));
  const [refused, setRefused] = useState<Refused>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (customer === undefined || form.customer?.name !== '…') return;
    let here = true;
    requests.customer(customer).then((found) => {
      if (here) setForm((now) => ({ ...now, customer: { id: found.id, name: found.name } }));
    }, tellProblem);
    return () => {
      here = false;
    };
  }, [customer]);
  const save = async () => {
    setBusy(true);
    setRefused(undefined);
    let made: Case;
    try {
      made = await cases.open(caseDraft(form));
    } catch (error) {
      setRefused(refusedBy(error));
      setBusy(false);
      return;
    }
    forgetUnsaved(place);
    // The case is there, whatever becomes of this: a refusal is told, and it can be chosen beside the call.
    const belongs = interaction !== undefined && (await attempt(() => belong(interaction, made)));
    // That the contact belongs to it says that it is open.
    if (!belongs) tell(t('case.made', { number: made.number }));
    if (interaction !== undefined && interaction === live.peek()?.id) show.work();
    else show.case(made.id);
  };
  return (
    <div class="record-page" data-testid="new-case">
      <CaseFormView
        title={t('case.new')}
        form={form}
        refused={refused}
        busy={busy}
        onChange={(next) => {
          setForm(next);
          keepUnsaved(place, { read: next, version: 0, form: next });
        }}
        onSave={() => void save()}
        onCancel={() => {
          forgetUnsaved(place);
          if (interaction !== undefined) show.work();
          else show.cases();
        }}
      />
    </div>
  );
}

function first(customer: string | undefined): CaseForm {
  const empty = emptyForm(session.peek()?.caseTypes[0]?.id ?? '');
  if (customer === undefined) return empty;
  const known = live.peek()?.customer;
  return { ...empty, customer: known?.id === customer ? known : { id: customer, name: '…' } };
}
