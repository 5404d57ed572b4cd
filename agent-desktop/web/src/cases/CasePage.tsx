import { useEffect, useState } from 'preact/hooks';
import { type Case, cases } from '../api/cases.ts';
import { follow } from '../app/route.ts';
import { may } from '../app/session.ts';
import { wordsFor } from '../app/toasts.ts';
import { addresses } from '../desktop/views.ts';
import { caseHit } from '../find/finding.ts';
import { lookedAt } from '../find/recent.ts';
import { useKeys } from '../keys/keys.ts';
import { Icon } from '../parts/Icon.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { Notes } from '../records/Notes.tsx';
import type { Refused } from '../records/refused.ts';
import { unsavedOf } from '../records/unsaved.ts';
import { t } from '../text/text.ts';
import { CaseContacts } from './CaseContacts.tsx';
import { CaseDialogs } from './CaseDialogs.tsx';
import { CaseEditor } from './CaseEditor.tsx';
import { CaseView } from './CaseView.tsx';
import { Orders } from './Orders.tsx';
import { Relations } from './Relations.tsx';

/** A case: what it is about, how it stands, what can be done with it, and everything that belongs to it. */
export function CasePage({ id }: { id: string }) {
  const [shown, setShown] = useState<Case>();
  const [problem, setProblem] = useState<string>();
  const [asked, setAsked] = useState(0);
  const [editing, setEditing] = useState(unsavedOf(id) !== undefined);
  const [because, setBecause] = useState<Refused>();
  const put = (now: Case) => {
    setShown(now);
    lookedAt(caseHit(now));
  };
  useEffect(() => {
    let here = true;
    setProblem(undefined);
    cases.read(id).then(
      (found) => here && put(found),
      (error) => here && setProblem(wordsFor(error)),
    );
    return () => {
      here = false;
    };
  }, [id, asked]);
  const mayChange = may('case.change');
  const edit = (reason?: Refused) => {
    setBecause(reason);
    setEditing(true);
  };
  useKeys([{ key: 'e', shift: false, when: () => mayChange && shown !== undefined && !editing, run: () => edit() }]);
  return (
    <div class="record-page" data-testid="case-page">
      <a class="back" href={addresses.cases()} onClick={follow}>
        <Icon name="back" />
        {t('records.cases')}
      </a>
      {problem !== undefined && <Refusal text={problem} again={() => setAsked(asked + 1)} />}
      {shown === undefined && problem === undefined && <Skeleton lines={6} />}
      {shown && editing && (
        <CaseEditor
          of={shown}
          because={because}
          onDone={(changed) => {
            put(changed);
            setEditing(false);
          }}
          onCancel={() => setEditing(false)}
        />
      )}
      {shown && !editing && <CaseView of={shown} mayChange={mayChange} onChanged={put} onEdit={edit} />}
      {shown && (
        <>
          <Relations of={shown} mayChange={mayChange} />
          <Notes kind="cases" id={id} />
          {may('history.read') && <CaseContacts key={shown.version} id={id} />}
          {shown.customer && may('order.read') && (
            <section class="record-part" aria-labelledby="case-orders" data-testid="case-orders">
              <h2 id="case-orders">{t('order.title')}</h2>
              <Orders key={shown.customer.id} customer={shown.customer.id} />
            </section>
          )}
          <CaseDialogs of={shown} onChanged={put} />
        </>
      )}
    </div>
  );
}
