import { t } from '../text/text.ts';
import { follow } from './route.ts';

export function NotAllowed() {
  return (
    <main class="sign-in">
      <div class="card">
        <h1>{t('board.title')}</h1>
        <p>{t('board.onlySupervisors')}</p>
        <a class="button primary" href="/" onClick={follow}>
          {t('nav.toDesktop')}
        </a>
      </div>
    </main>
  );
}
