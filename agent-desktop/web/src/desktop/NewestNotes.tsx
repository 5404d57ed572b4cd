import { useEffect, useState } from 'preact/hooks';
import { type Note, records } from '../api/records.ts';
import { zone } from '../app/session.ts';
import { serverNow } from '../feed/clock.ts';
import { moment } from '../text/format.ts';
import { t } from '../text/text.ts';

const SHOWN = 3;

/** What was last written about the customer on the line; nothing where there is nothing. */
export function NewestNotes({ customer }: { customer: string }) {
  const [notes, setNotes] = useState<readonly Note[]>([]);
  useEffect(() => {
    let here = true;
    records.notes('customers', customer, undefined, SHOWN).then(
      (page) => here && setNotes(page.items),
      // They stand on his page too, which says what is wrong; the call is more important here.
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [customer]);
  if (notes.length === 0) return null;
  return (
    <section aria-labelledby="newest-notes" data-testid="newest-notes">
      <h3 id="newest-notes">{t('notes.newest')}</h3>
      <ul class="newest-notes">
        {notes.map((note) => (
          <li key={note.id}>
            <p class="secondary">
              {note.author.name} · {moment(note.writtenAt, serverNow(), zone.value)}
            </p>
            <p class="contact-note">{note.text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
