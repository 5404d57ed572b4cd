import type { MailDraft } from '../api/mail.ts';
import { zone } from '../app/session.ts';
import { clockTimeExact } from '../text/format.ts';
import { t } from '../text/text.ts';
import { takeMine, takeOther, type Writing } from './writing.ts';

interface Properties {
  interaction: string;
  mine: Writing;
  other: MailDraft;
}

/** The same answer was written on in two places: both, and the choice between them. */
export function TwoDrafts({ interaction, mine, other }: Properties) {
  return (
    <div class="mail-two" data-testid="mail-two">
      <section>
        <h3>{t('mail.two.mine')}</h3>
        <p class="mail-text" tabIndex={0}>
          {mine.text}
        </p>
        <button type="button" class="small" data-testid="mail-take-mine" onClick={() => takeMine(interaction)}>
          {t('mail.two.takeMine')}
        </button>
      </section>
      <section>
        <h3>{t('mail.two.other', { at: clockTimeExact(other.changedAt, zone.value) })}</h3>
        <p class="mail-text" tabIndex={0}>
          {other.content.text}
        </p>
        <button type="button" class="small" data-testid="mail-take-other" onClick={() => takeOther(interaction)}>
          {t('mail.two.takeOther')}
        </button>
      </section>
    </div>
  );
}
