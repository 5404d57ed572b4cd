import { useEffect, useState } from 'preact/hooks';
import { type RecordKind, records } from '../api/records.ts';
import { follow } from '../app/route.ts';
import { may } from '../app/session.ts';
import { wordsFor } from '../app/toasts.ts';
import { CustomerParts } from '../cases/CustomerParts.tsx';
import { popAgain } from '../desktop/popAgain.ts';
import { addresses } from '../desktop/views.ts';
import { lookedAt } from '../find/recent.ts';
import { useKeys } from '../keys/keys.ts';
import { Icon } from '../parts/Icon.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { t } from '../text/text.ts';
import { type Entry, formOf, within } from './form.ts';
import { Notes } from './Notes.tsx';
import { Parts } from './Parts.tsx';
import { People } from './People.tsx';
import { RecordEditor } from './RecordEditor.tsx';
import { RecordEnd } from './RecordEnd.tsx';
import { RecordTimeline } from './RecordTimeline.tsx';
import { RecordView } from './RecordView.tsx';
import { unsavedOf } from './unsaved.ts';

/** A person or an organisation: the record, what is written about it, and everything that passed between us. */
export function RecordPage({ kind, id }: { kind: RecordKind; id: string }) {
  const [record, setRecord] = useState<Entry>();
  const [problem, setProblem] = useState<string>();
  const [asked, setAsked] = useState(0);
  const [editing, setEditing] = useState(unsavedOf(id) !== undefined);
  useEffect(() => {
    let here = true;
    setProblem(undefined);
    records.read<Entry>(kind, id).then(
      (found) => {
        if (!here) return;
        setRecord(found);
        remember(kind, found);
      },
      (error) => here && setProblem(wordsFor(error)),
    );
    return () => {
      here = false;
    };
  }, [kind, id, asked]);
  const mayChange = may(kind === 'customers' ? 'customer.change' : 'organisation.change');
  useKeys([
    {
      key: 'e',
      shift: false,
      when: () => mayChange && record !== undefined && !editing,
      run: () => setEditing(true),
    },
  ]);
  const done = (changed: Entry) => {
    setRecord(changed);
    setEditing(false);
    remember(kind, changed);
    popAgain();
  };
  return (
    <div class="record-page" data-testid={kind === 'customers' ? 'customer-view' : 'organisation-view'}>
      <a class="back" href={addresses.records(kind)} onClick={follow}>
        <Icon name="back" />
        {t(`records.${kind}`)}
      </a>
      {problem !== undefined && <Refusal text={problem} again={() => setAsked(asked + 1)} />}
      {record === undefined && problem === undefined && <Skeleton lines={5} />}
      {record && editing && (
        <RecordEditor kind={kind} record={record} onDone={done} onCancel={() => setEditing(false)} />
      )}
      {record && !editing && (
        <RecordView kind={kind} record={record} {...(mayChange ? { onEdit: () => setEditing(true) } : {})} />
      )}
      {record && kind === 'organisations' && (
        <>
          <People organisation={id} />
          <Parts organisation={id} />
        </>
      )}
      {record && kind === 'customers' && <CustomerParts customer={id} />}
      {record && <Notes kind={kind} id={id} />}
      <RecordTimeline kind={kind} id={id} />
      {record && !editing && <RecordEnd kind={kind} record={record} />}
    </div>
  );
}

function remember(kind: RecordKind, record: Entry): void {
  const { points } = formOf(record);
  lookedAt({
    kind,
    id: record.id,
    name: record.name,
    reachedAt: (points.find((point) => point.primary) ?? points[0])?.value ?? '',
    organisation: within(record)?.name ?? '',
  });
}
