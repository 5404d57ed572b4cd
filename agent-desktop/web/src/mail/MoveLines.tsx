import type { MailMove } from '../api/mail.ts';
import { zone } from '../app/session.ts';
import { serverNow } from '../feed/clock.ts';
import { Icon } from '../parts/Icon.tsx';
import { fullTime, moment } from '../text/format.ts';
import { t } from '../text/text.ts';
import { undoMove } from './moves.ts';

interface Properties {
  interaction: string;
  moves: readonly MailMove[];
  onChanged: () => void;
}

/** What agents split from a conversation and joined with it, each with its way back. */
export function MoveLines({ interaction, moves, onChanged }: Properties) {
  if (moves.length === 0) return null;
  return (
    <ul class="mail-moves" aria-label={t('move.lines')}>
      {moves.map((move) => (
        <li key={move.id} class="secondary" data-testid="mail-move">
          <Icon name="link" />
          <span>
            {wordsOf(move)}{' '}
            <time dateTime={move.at} title={fullTime(move.at, zone.value)}>
              {moment(move.at, serverNow(), zone.value)}
            </time>
          </span>
          {move.undoable && (
            <button
              type="button"
              class="small"
              data-testid="mail-move-undo"
              onClick={() => void undoMove(interaction, move.id, onChanged)}
            >
              {t('move.undo')}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function wordsOf({ kind, away, agent, subject, mails }: MailMove): string {
  const words = { agent, subject: subject || t('mail.noSubject'), count: mails };
  if (kind === 'JOIN') return t('move.joined', words);
  return t(away ? 'move.splitAway' : 'move.splitFrom', words);
}
