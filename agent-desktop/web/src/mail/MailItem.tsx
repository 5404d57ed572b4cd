import { useEffect, useState } from 'preact/hooks';
import type { Mail } from '../api/mail.ts';
import { zone } from '../app/session.ts';
import { serverNow } from '../feed/clock.ts';
import { Icon } from '../parts/Icon.tsx';
import { fullTime, moment } from '../text/format.ts';
import { t } from '../text/text.ts';
import { DeliveryLine, DeliveryMark } from './DeliveryLine.tsx';
import { MailBody } from './MailBody.tsx';
import { Attachments, Remarks, WhoLines } from './MailParts.tsx';
import { kindWord } from './words.ts';

interface Properties {
  mail: Mail;
  newest: boolean;
  interaction: string;
  onChanged: () => void;
  /** Makes it another matter; absent where nobody may, or it is none that came in. */
  onSplit?: (mail: string) => void;
}

/** A mail of a conversation: one line, and all of it when opened. */
export function MailItem({ mail, newest, interaction, onChanged, onSplit }: Properties) {
  const [open, setOpen] = useState(newest);
  // One that comes while the conversation is looked at is opened; what the reader folded himself stays folded.
  useEffect(() => {
    if (newest) setOpen(true);
  }, [newest]);
  const kind = kindWord(mail);
  return (
    <li class={mail.incoming ? 'mail-item' : 'mail-item own'} data-testid="mail-item" data-mail={mail.id}>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <Icon name={mail.incoming ? 'mail' : 'out'} />
          <span class="mail-line">
            <strong>{mail.from.name || mail.from.address || t('mail.noSender')}</strong>
            {kind !== undefined && <span class="chip">{kind}</span>}
            {!open && <span class="mail-begin secondary">{mail.content.text.trim() || mail.subject}</span>}
          </span>
          {mail.delivery && <DeliveryMark delivery={mail.delivery} />}
          <time class="secondary" dateTime={mail.at} title={fullTime(mail.at, zone.value)}>
            {moment(mail.at, serverNow(), zone.value)}
          </time>
          <span class={open ? 'turn open' : 'turn'}>
            <Icon name="down" size={12} />
          </span>
        </summary>
        {open && (
          <div class="mail-inside">
            <WhoLines mail={mail} />
            <Remarks mail={mail} />
            {mail.delivery && <DeliveryLine mail={mail} interaction={interaction} onChanged={onChanged} />}
            <MailBody mail={mail} />
            <Attachments mail={mail} />
            {onSplit && mail.incoming && (
              <button type="button" class="small mail-split" data-testid="mail-split" onClick={() => onSplit(mail.id)}>
                <Icon name="link" />
                {t('move.split')}
              </button>
            )}
          </div>
        )}
      </details>
    </li>
  );
}
