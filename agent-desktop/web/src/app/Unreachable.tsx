import { useEffect } from 'preact/hooks';
import { t } from '../text/text.ts';
import { loadSession } from './session.ts';

const AGAIN_EVERY_MS = 3_000;

/** The server does not answer: says so, and goes on trying. */
export function Unreachable() {
  useEffect(() => {
    const timer = setInterval(() => void loadSession(), AGAIN_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <main class="sign-in">
      <div class="card" role="alert">
        <h1>{t('error.unreachableTitle')}</h1>
        <p>{t('error.unreachableLong')}</p>
        <button type="button" class="primary" onClick={() => void loadSession()}>
          {t('action.tryAgain')}
        </button>
      </div>
    </main>
  );
}
