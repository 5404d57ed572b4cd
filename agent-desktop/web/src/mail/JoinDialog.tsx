import { useEffect, useState } from 'preact/hooks';
import { mails, type OtherConversation } from '../api/mail.ts';
import { closeDialog } from '../app/dialogs.ts';
import { zone } from '../app/session.ts';
import { wordsFor } from '../app/toasts.ts';
import { serverNow } from '../feed/clock.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { moment } from '../text/format.ts';
import { t } from '../text/text.ts';
import { told } from './moves.ts';

interface Properties {
  interaction: string;
  onChanged: () => void;
}

/** Which other conversation of the customer becomes part of this one. */
export function JoinDialog({ interaction, onChanged }: Properties) {
  const [others, setOthers] = useState<OtherConversation[]>();
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);
  const look = async () => {
    try {
      setOthers((await mails.others(interaction)).items);
    } catch (error) {
      setRefusal(wordsFor(error));
    }
  };
  useEffect(() => {
    void look();
  }, [interaction]);
  const join = async (other: OtherConversation) => {
    setBusy(true);
    setRefusal(undefined);
    try {
      const { move } = await mails.join(interaction, other.interaction);
      closeDialog();
      told(t('move.join.done', { subject: named(other) }), interaction, move, onChanged);
    } catch (error) {
      setRefusal(wordsFor(error));
      setBusy(false);
      void look();
    }
  };
  return (
    <Dialog title={t('move.join.title')} onClose={closeDialog} testId="join-mail-dialog">
      <p>{t('move.join.lead')}</p>
      {others === undefined && refusal === undefined && <Skeleton lines={3} />}
      {others?.length === 0 && <p class="secondary">{t('move.join.none')}</p>}
      {others !== undefined && others.length > 0 && (
        <ul class="mail-others" aria-label={t('move.join.others')}>
          {others.map((other) => (
            <li key={other.interaction}>
              <button
                type="button"
                class="wide"
                disabled={busy || isTaken(other)}
                data-testid="join-mail-other"
                onClick={() => void join(other)}
              >
                <span class="mail-other-subject">{named(other)}</span>
                <span class="secondary">
                  {stateOf(other)} · {t('move.mails', { count: other.mails })} ·{' '}
                  {moment(other.at, serverNow(), zone.value)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div role="alert">
        {refusal && (
          <p class="refusal" data-testid="join-mail-problem">
            <Icon name="warning" /> {refusal}
          </p>
        )}
      </div>
    </Dialog>
  );
}

/** Nobody's conversation is taken from him. */
const isTaken = (other: OtherConversation): boolean => other.state === 'HELD' && !other.mine;

const named = (other: OtherConversation): string => other.subject || t('mail.noSubject');

function stateOf(other: OtherConversation): string {
  if (other.state !== 'HELD') return t(`move.state.${other.state}`);
  return other.mine ? t('move.state.mine') : t('move.state.HELD', { agent: other.agent ?? '' });
}
