import { Icon } from '../parts/Icon.tsx';
import { microphoneText } from '../phone/microphone.ts';
import { type Key, t } from '../text/text.ts';
import type { GuestProblem } from './guestCall.ts';

/** How the call ended, and where it failed what the customer can do. */
export function CallEnd({ problem }: { problem: GuestProblem | undefined }) {
  if (problem === undefined) return <p data-testid="call-ended">{t('call.ended')}</p>;
  return (
    <p class="advice" role="alert" data-testid="call-problem" data-problem={problem}>
      <Icon name="warning" /> {t(textFor(problem))}
    </p>
  );
}

function textFor(problem: GuestProblem): Key {
  switch (problem) {
    case 'unreachable':
    case 'busy':
    case 'failed':
      return `call.${problem}`;
    default:
      return microphoneText(problem);
  }
}
