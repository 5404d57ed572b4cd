import { useEffect, useState } from 'preact/hooks';
import { phone } from '../app/workplace.ts';
import { closeMicrophone, MicrophoneError, meter, microphoneText, openMicrophone } from '../phone/microphone.ts';
import { type Key, t } from '../text/text.ts';

const LOOK_EVERY_MS = 150;

/** What the microphone hears while this is shown: in a call from its statistics, else by opening it for the moment. */
export function MicrophoneMeter() {
  const inCall = phone.value?.callState.value === 'talking';
  const [heard, setHeard] = useState(0);
  const [problem, setProblem] = useState<Key>();
  useEffect(() => (inCall ? undefined : hear(setHeard, setProblem)), [inCall]);
  if (problem !== undefined) return <span class="advice">{t(problem)}</span>;
  const level = inCall ? (phone.value?.health.value.microphone ?? 0) : heard;
  return (
    <meter class="level" min={0} max={1} value={Math.sqrt(level)} aria-label={t('phone.microphone')}>
      {Math.round(level * 100)}
    </meter>
  );
}

function hear(onLevel: (level: number) => void, onProblem: (problem: Key) => void): () => void {
  let closed = false;
  let close = () => {};
  openMicrophone().then(
    (stream) => {
      const made = meter(stream);
      const timer = setInterval(() => onLevel(made.level()), LOOK_EVERY_MS);
      close = () => {
        clearInterval(timer);
        made.close();
        closeMicrophone(stream);
      };
      if (closed) close();
    },
    (error) => {
      if (!closed) onProblem(microphoneText(error instanceof MicrophoneError ? error.problem : 'unknown'));
    },
  );
  return () => {
    closed = true;
    close();
  };
}
