import { queueTitle } from '../app/session.ts';
import { board } from '../feed/picture.ts';
import { Icon } from '../parts/Icon.tsx';
import { elapsed } from '../text/format.ts';
import { t } from '../text/text.ts';
import { type Alarm, alarmsOf } from './alarms.ts';
import { figuresAt } from './now.ts';
import { selectQueue } from './views.ts';

/** Names cause and remedy, not only the threshold. */
export function Alarms() {
  const told = board.value;
  const alarms = told === undefined ? [] : alarmsOf(told, figuresAt.value);
  return (
    <ul class="alarms" aria-label={t('board.alarms')}>
      {alarms.map((alarm) => (
        <li key={alarm.queue} class="alarm" data-testid={`alarm-${alarm.queue}`}>
          <Icon name="warning" />
          <strong>{queueTitle(alarm.queue)}</strong>
          <span>{words(alarm)}</span>
          <button type="button" class="small" onClick={() => selectQueue(alarm.queue)}>
            {t('board.show')}
          </button>
        </li>
      ))}
    </ul>
  );
}

function words(alarm: Alarm): string {
  switch (alarm.cause) {
    case 'nobody':
      return t('alarm.nobody', { count: alarm.waiting });
    case 'longWrapUp':
      return t('alarm.longWrapUp', { time: elapsed(alarm.oldestMs), agents: alarm.agents.join(', ') });
    case 'onBreak':
      return t('alarm.onBreak', { time: elapsed(alarm.oldestMs), count: alarm.onBreak });
    case 'tooFew':
      return t('alarm.tooFew', { time: elapsed(alarm.oldestMs), count: alarm.waiting });
  }
}
