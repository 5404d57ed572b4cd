import { useEffect, useState } from 'preact/hooks';
import { requests } from '../api/requests.ts';
import type { ContactPage } from '../api/types.ts';
import { LanguageMenu } from '../app/LanguageMenu.tsx';
import { ThemeMenu } from '../app/ThemeMenu.tsx';
import { Brand } from '../parts/Brand.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { t } from '../text/text.ts';
import { CallBox } from './CallBox.tsx';

/** The customer's page: one thing to do, and what to expect of it. */
export function ContactApp() {
  const [page, setPage] = useState<ContactPage>();
  const [failed, setFailed] = useState(false);
  const load = () => {
    setFailed(false);
    requests.contactPage().then(setPage, () => setFailed(true));
  };
  useEffect(load, []);
  useEffect(() => {
    if (page) document.title = page.centre;
  }, [page]);
  return (
    <div class="contact-page">
      <header class="contact-top">
        <Brand name={page?.centre ?? 'Ahoy'} />
        <div class="top-end">
          <LanguageMenu />
          <ThemeMenu />
        </div>
      </header>
      <main class="contact-main">
        {failed && (
          <div class="card" role="alert">
            <h1>{t('error.unreachableTitle')}</h1>
            <p>{t('contactPage.tryLater')}</p>
            <button type="button" class="primary" onClick={load}>
              {t('action.tryAgain')}
            </button>
          </div>
        )}
        {!failed && page === undefined && <Skeleton />}
        {page && (page.voice && page.phone ? <CallBox page={page} /> : <NoVoice />)}
      </main>
    </div>
  );
}

function NoVoice() {
  return (
    <div class="card" data-testid="no-voice">
      <h1>
        <Icon name="info" /> {t('contactPage.noVoiceTitle')}
      </h1>
      <p>{t('contactPage.noVoice')}</p>
    </div>
  );
}
