import { useState } from 'preact/hooks';
import { type Note, type NotedKind, records } from '../api/records.ts';
import { may } from '../app/session.ts';
import { attempt } from '../app/toasts.ts';
import { useKeys } from '../keys/keys.ts';
import { Kbd } from '../parts/Kbd.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { t } from '../text/text.ts';
import { NoteItem } from './NoteItem.tsx';
import { usePaged } from './paging.ts';
import { removing } from './removal.ts';

/** What people wrote about a record, newest first. */
export function Notes({ kind, id }: { kind: NotedKind; id: string }) {
  const { list, more, reload, put } = usePaged<Note>(`${kind} ${id}`, (after) => records.notes(kind, id, after));
  const shown = list.items.filter((note) => !removing.value.has(note.id));
  return (
    <section class="record-part" aria-labelledby="notes-title" data-testid="notes">
      <h2 id="notes-title">{t('notes.title')}</h2>
      {may('note.create') && <NewNote kind={kind} id={id} onWritten={put} />}
      {list.state === 'loading' && <Skeleton lines={2} />}
      {list.state === 'failed' && <Refusal text={list.problem ?? ''} again={reload} />}
      {list.state === 'shown' && shown.length === 0 && <p class="secondary">{t('notes.empty')}</p>}
      {shown.length > 0 && (
        <ul class="notes">
          {shown.map((note) => (
            <NoteItem key={note.id} note={note} onChanged={put} />
          ))}
        </ul>
      )}
      {list.next !== undefined && (
        <button type="button" class="more" data-testid="notes-more" onClick={more}>
          {t('history.more')}
        </button>
      )}
    </section>
  );
}

function NewNote({ kind, id, onWritten }: { kind: NotedKind; id: string; onWritten: (note: Note) => void }) {
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  useKeys([{ key: 'n', shift: false, run: () => document.getElementById('new-note')?.focus() }]);
  const write = async () => {
    if (text.trim() === '' || busy) return;
    setBusy(true);
    const done = await attempt(async () => onWritten(await records.writeNote(kind, id, text.trim())));
    if (done) setText('');
    setBusy(false);
  };
  return (
    <form
      class="note-form"
      onSubmit={(event) => {
        event.preventDefault();
        void write();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !event.ctrlKey) return;
        event.preventDefault();
        event.stopPropagation();
        void write();
      }}
    >
      <textarea
        id="new-note"
        rows={2}
        aria-label={t('notes.new')}
        placeholder={t('notes.placeholder')}
        data-testid="new-note"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" disabled={text.trim() === '' || busy} data-testid="note-save">
        {t('notes.write')}
        <Kbd>Ctrl ⏎</Kbd>
      </button>
    </form>
  );
}
