import { useState } from 'preact/hooks';
import { Problem } from '../api/problem.ts';
import { type Note, records } from '../api/records.ts';
import { may, session, zone } from '../app/session.ts';
import { tell, tellProblem } from '../app/toasts.ts';
import { serverNow } from '../feed/clock.ts';
import { Icon } from '../parts/Icon.tsx';
import { fullTime, moment } from '../text/format.ts';
import { t } from '../text/text.ts';
import { removeSoon } from './removal.ts';

const SHORT_MAX = 60;

/** One note; its author can put it right or remove it. */
export function NoteItem({ note, onChanged }: { note: Note; onChanged: (note: Note) => void }) {
  const [writing, setWriting] = useState<string>();
  const agent = session.value?.agent;
  const own = note.author.id === agent?.id || agent?.role !== 'AGENT';
  const save = async (text: string) => {
    try {
      onChanged(await records.changeNote(note, text));
      setWriting(undefined);
    } catch (error) {
      if (error instanceof Problem && error.status === 412 && error.present !== undefined) {
        // What was written stays in the field; the other text appears beside it, and saving again takes its place.
        onChanged(error.present as Note);
        tell(t('notes.changedMeanwhile'), 'error');
      } else {
        tellProblem(error);
      }
    }
  };
  const short = note.text.length > SHORT_MAX ? `${note.text.slice(0, SHORT_MAX)}…` : note.text;
  return (
    <li class="note" data-testid="note">
      <p class="note-head secondary">
        <strong>{note.author.name}</strong>
        <time dateTime={note.writtenAt} title={fullTime(note.writtenAt, zone.value)}>
          {moment(note.writtenAt, serverNow(), zone.value)}
        </time>
        {note.version > 1 && (
          <span>{t('notes.changed', { time: moment(note.changedAt, serverNow(), zone.value) })}</span>
        )}
        <span class="note-actions">
          {own && may('note.change') && writing === undefined && (
            <button
              type="button"
              class="quiet square small"
              aria-label={t('notes.change', { text: short })}
              data-testid="note-change"
              onClick={() => setWriting(note.text)}
            >
              <Icon name="pencil" />
            </button>
          )}
          {own && may('note.delete') && (
            <button
              type="button"
              class="quiet square small"
              aria-label={t('notes.remove', { text: short })}
              data-testid="note-remove"
              onClick={() => removeSoon(note.id, t('notes.removed'), () => records.deleteNote(note))}
            >
              <Icon name="bin" />
            </button>
          )}
        </span>
      </p>
      <p class="note-text">{note.text}</p>
      {writing !== undefined && (
        <form
          class="note-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (writing.trim() !== '') void save(writing.trim());
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setWriting(undefined);
            else if (event.key === 'Enter' && event.ctrlKey && writing.trim() !== '') void save(writing.trim());
            else return;
            event.preventDefault();
            event.stopPropagation();
          }}
        >
          <textarea
            rows={3}
            ref={focusOnce}
            aria-label={t('notes.text')}
            data-testid="note-text"
            value={writing}
            onInput={(event) => setWriting(event.currentTarget.value)}
          />
          <div class="form-end">
            <button type="button" onClick={() => setWriting(undefined)}>
              {t('action.cancel')}
            </button>
            <button type="submit" class="primary" disabled={writing.trim() === ''}>
              {t('action.save')}
            </button>
          </div>
        </form>
      )}
    </li>
  );
}

/** Outside the component, so that it is called when the field appears and not with every letter. */
function focusOnce(field: HTMLTextAreaElement | null): void {
  field?.focus();
}
