import { type FollowUp, mails } from '../api/mail.ts';
import { attempt } from '../app/toasts.ts';
import { serverNow } from '../feed/clock.ts';
import { moment } from '../text/format.ts';
import { t } from '../text/text.ts';

interface Properties {
  interaction: string;
  followUp: FollowUp;
  onChanged: () => void;
}

/** That the conversation comes back, and when. */
export function FollowUpLine({ interaction, followUp, onChanged }: Properties) {
  const drop = async () => {
    if (await attempt(() => mails.dropFollowUp(interaction))) onChanged();
  };
  const when = moment(followUp.dueAt, serverNow());
  return (
    <p class="secondary" data-testid="follow-up">
      {followUp.note === ''
        ? t('followUp.line', { when, agent: followUp.agent })
        : t('followUp.lineFor', { when, agent: followUp.agent, note: followUp.note })}{' '}
      {followUp.mine && (
        <button type="button" data-testid="follow-up-drop" onClick={() => void drop()}>
          {t('followUp.drop')}
        </button>
      )}
    </p>
  );
}
