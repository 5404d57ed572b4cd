import { useEffect, useRef, useState } from 'preact/hooks';
import type { Seat } from '../api/types.ts';
import { dispositionsFor, may } from '../app/session.ts';
import { live } from '../feed/picture.ts';
import { placeOf, useKeys } from '../keys/keys.ts';
import { Icon } from '../parts/Icon.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { Later } from '../parts/Later.tsx';
import { t, title } from '../text/text.ts';
import { inWrapUp } from './actions.ts';
import { type Draft, draft, finish, write } from './draft.ts';
import { focusState } from './focus.ts';

const NOTE_MAX = 8_000;

const loadCase = () => import('../cases/Beside.tsx').then((module) => module.CaseOfContact);

/** What came of the contact. Written during the call or after it; done only after it. */
export function WrapUpForm({ now }: { now: Seat }) {
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const select = useRef<HTMLSelectElement>(null);
  const written = draft.value;
  const after = now.state === 'WRAP_UP';

  useEffect(() => {
    if (after && !placeOf(document.activeElement).text) select.current?.focus();
  }, [after]);
  // The clock may clear the contact while somebody still writes.
  useEffect(() => () => leaveFor(form.current), []);
  const done = async () => {
    if (draft.peek()?.disposition === '') {
      setMissing(true);
      select.current?.focus();
      return;
    }
    setBusy(true);
    // Disabled it loses the focus, which is to go on whichever comes first: the answer, or the feed that takes the form away.
    if (await finish()) focusState();
    setBusy(false);
  };
  useKeys([{ key: 'Enter', ctrl: true, inText: true, onControls: true, when: inWrapUp, run: () => void done() }]);
  if (written === undefined) return null;
  return (
    <form
      ref={form}
      class="wrap-up-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (after) void done();
      }}
    >
      <div class="field">
        <label for="disposition">{t('wrapUp.disposition')}</label>
        <select
          id="disposition"
          ref={select}
          data-testid="disposition"
          value={written.disposition}
          aria-invalid={missing}
          aria-describedby={missing ? 'disposition-missing' : undefined}
          onChange={(event) => {
            setMissing(false);
            write({ disposition: event.currentTarget.value });
          }}
        >
          <option value="">{t('wrapUp.choose')}</option>
          {dispositionsFor(live.value?.queue ?? now.queue).map((one) => (
            <option key={one.id} value={one.id}>
              {title(one.title, one.id)}
            </option>
          ))}
        </select>
        {missing && (
          <p id="disposition-missing" class="refusal" role="alert">
            <Icon name="warning" /> {t('wrapUp.missing')}
          </p>
        )}
      </div>
      {may('case.change') && <Later load={loadCase} />}
      <div class="field">
        <label for="note">
          {t('wrapUp.note')} <Kbd>N</Kbd>
        </label>
        <textarea
          id="note"
          data-testid="note"
          maxLength={NOTE_MAX}
          placeholder={t('wrapUp.notePlaceholder')}
          value={written.note}
          onInput={(event) => write({ note: event.currentTarget.value })}
        />
      </div>
      <div class="form-end">
        <SavedWord saved={written.saved} />
        {after && (
          <button type="submit" class="primary" disabled={busy} data-testid="wrap-up-done">
            <Icon name="check" />
            {t('wrapUp.done')}
            <Kbd>Ctrl ⏎</Kbd>
          </button>
        )}
      </div>
    </form>
  );
}

function leaveFor(form: HTMLFormElement | null): void {
  const focused = document.activeElement;
  if (form === null || !(focused instanceof HTMLElement) || !form.contains(focused)) return;
  focused.blur();
  focusState();
}

function SavedWord({ saved }: { saved: Draft['saved'] }) {
  return (
    <span class={saved === 'failed' ? 'saved failed' : 'saved'} role="status" data-testid="saved" data-saved={saved}>
      {saved !== 'untouched' && t(`wrapUp.${saved}`)}
    </span>
  );
}
