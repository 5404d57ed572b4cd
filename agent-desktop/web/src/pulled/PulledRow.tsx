import type { PulledMail } from '../api/pulled.ts';
import { queueTitle, zone } from '../app/session.ts';
import { lengthWords } from '../cases/due.ts';
import { seconds, serverNow } from '../feed/clock.ts';
import { Elapsed } from '../parts/Elapsed.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { moment } from '../text/format.ts';
import { t } from '../text/text.ts';
import { dueOf } from './due.ts';
import type { Row } from './list.ts';

interface Properties {
  row: Row;
  chosen: boolean;
  /** What is being taken, this or another. */
  taking: string | undefined;
  /** Whether it says its queue. */
  named: boolean;
  onChoose: () => void;
  onTake: () => void;
}

/** A mail that waits to be taken: from whom, about what, how long, and until when. */
export function PulledRow({ row, chosen, taking, named, onChoose, onTake }: Properties) {
  const { mail, gone, said } = row;
  const isTaken = taking === mail.id;
  return (
    <li
      class={gone ? 'pulled-row gone' : 'pulled-row'}
      aria-current={chosen ? 'true' : undefined}
      data-testid="pulled-row"
      data-mail={mail.id}
      onFocusIn={onChoose}
      onPointerDown={onChoose}
    >
      <div class="pulled-main">
        <Who mail={mail} named={named} />
        <p class="pulled-subject" dir="auto">
          {mail.subject || t('mail.noSubject')}
        </p>
        <p class="pulled-preview secondary" dir="auto">
          {mail.preview.trim() || t('pulled.noText')}
        </p>
        {(said !== undefined || gone) && (
          <p class="pulled-said tone-offered" data-testid="pulled-said">
            <Icon name="info" />
            {said ?? t('pulled.gone')}
          </p>
        )}
      </div>
      <div class="pulled-end">
        <span class="pulled-since" title={t('pulled.since', { at: moment(mail.since, serverNow(), zone.value) })}>
          <Icon name="clock" size={12} />
          <Elapsed since={mail.since} />
        </span>
        {!gone && <DueLine mail={mail} />}
        <button
          type="button"
          class={chosen ? 'primary' : ''}
          disabled={gone || taking !== undefined}
          aria-label={`${t('pulled.take')}: ${mail.subject || t('mail.noSubject')}`}
          data-testid="take"
          onClick={onTake}
        >
          {t(isTaken ? 'pulled.taking' : 'pulled.take')}
          {chosen && !isTaken && <Kbd>⏎</Kbd>}
        </button>
      </div>
    </li>
  );
}

function Who({ mail, named }: { mail: PulledMail; named: boolean }) {
  const { from, customer } = mail;
  const name = customer?.name ?? (from.name || from.address || t('mail.noSender'));
  return (
    <p class="pulled-who">
      <strong>{name}</strong>
      {from.address !== '' && from.address !== name && <span class="secondary">{from.address}</span>}
      {named && <span class="chip">{queueTitle(mail.queue)}</span>}
      {mail.tier > 0 && (
        <span class="chip vip">
          <Icon name="first" size={12} />
          {t('pulled.tier', { tier: mail.tier })}
        </span>
      )}
      {mail.tags.map((tag) => (
        <span key={tag} class="chip">
          {tag}
        </span>
      ))}
    </p>
  );
}

/** Only when it is near or over: told apart by icon and word as well as by colour. */
function DueLine({ mail }: { mail: PulledMail }) {
  const due = dueOf(mail, seconds.value);
  if (due === undefined) return null;
  return (
    <span class={`due ${due.urgency}`} data-testid="due">
      <Icon name="warning" size={12} />
      {t(due.urgency === 'overdue' ? 'pulled.overdue' : 'pulled.due', { time: lengthWords(due.leftMs) })}
    </span>
  );
}
