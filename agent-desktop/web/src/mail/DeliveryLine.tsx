import { useState } from 'preact/hooks';
import { type Delivery, type Mail, mails } from '../api/mail.ts';
import { session, zone } from '../app/session.ts';
import { attempt } from '../app/toasts.ts';
import { onContact } from '../desktop/actions.ts';
import { seconds } from '../feed/clock.ts';
import { live } from '../feed/picture.ts';
import { Icon } from '../parts/Icon.tsx';
import { Remaining } from '../parts/Remaining.tsx';
import { clockTime } from '../text/format.ts';
import { t } from '../text/text.ts';
import { canBeTakenBack, canGoAgain, standingOf } from './deliveryWords.ts';
import { remarkWords } from './remarkWords.ts';
import { goOn } from './writing.ts';

/** How far it has come, in a word and a shape. */
export function DeliveryMark({ delivery }: { delivery: Delivery }) {
  const { is, icon, tone } = standingOf(delivery);
  return (
    <span class={`mail-standing tone-${tone}`} data-testid="mail-standing" data-standing={is}>
      <Icon name={icon} size={12} />
      {t(`mail.standing.${is}`)}
    </span>
  );
}

interface Properties {
  mail: Mail;
  interaction: string;
  onChanged: () => void;
}

/** How far it has come, what was in its way, and what its author can do about it. */
export function DeliveryLine({ mail, interaction, onChanged }: Properties) {
  const [busy, setBusy] = useState(false);
  const { delivery } = mail;
  if (delivery === undefined) return null;
  const { is, icon, tone } = standingOf(delivery);
  const mine = mail.author !== undefined && mail.author === session.value?.agent.id;
  const act = async (action: () => Promise<unknown>) => {
    setBusy(true);
    if (await attempt(action)) onChanged();
    setBusy(false);
  };
  const undo = () =>
    act(async () => {
      const draft = await mails.takeBack(mail.id);
      // Where it can't be written on any more, the draft stays for who takes the conversation up again.
      if (onContact() && live.peek()?.id === interaction) goOn(interaction, draft);
    });
  return (
    <div class={`mail-delivery tone-${tone}`} role="status" data-testid="mail-delivery">
      <Icon name={icon} />
      <span>
        <Progress delivery={delivery} is={is} />
      </span>
      {mine && canBeTakenBack(delivery, seconds.value) && (
        <button type="button" class="small" disabled={busy} data-testid="mail-undo" onClick={() => void undo()}>
          <Icon name="back" />
          {t('mail.undo')}
        </button>
      )}
      {mine && canGoAgain(delivery) && (
        <button
          type="button"
          class="small"
          disabled={busy}
          data-testid="mail-again"
          onClick={() => void act(() => mails.sendAgain(mail.id))}
        >
          {t('mail.sendAgain')}
        </button>
      )}
      <Failures delivery={delivery} />
    </div>
  );
}

function Progress({ delivery, is }: { delivery: Delivery; is: ReturnType<typeof standingOf>['is'] }) {
  const { dueAt, sentAt, error } = delivery;
  const said = error === undefined ? '' : ` ${t('mail.serverSaid', { error: remarkWords(error) })}`;
  if (is === 'waiting') {
    return (
      <>
        {t('mail.goesIn')} <Remaining until={dueAt} />
      </>
    );
  }
  if (is === 'again') return <>{t('mail.triedAgain', { at: clockTime(dueAt, zone.value) }) + said}</>;
  if (is === 'sent' && sentAt !== undefined) return <>{t('mail.sentAt', { at: clockTime(sentAt, zone.value) })}</>;
  return <>{t(`mail.long.${is}`) + (is === 'failed' || is === 'uncertain' ? said : '')}</>;
}

/** Whom it did not reach, and in what words. */
function Failures({ delivery }: { delivery: Delivery }) {
  const failed = delivery.recipients.filter((one) => one.failure !== undefined);
  if (failed.length === 0) return null;
  return (
    <ul class="mail-failures">
      {failed.map(({ address, failure = '' }) => (
        <li key={address}>{t('mail.notReached', { address, failure: remarkWords(failure) })}</li>
      ))}
    </ul>
  );
}
