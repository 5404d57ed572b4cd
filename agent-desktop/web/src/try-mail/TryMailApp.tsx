import { useEffect, useState } from 'preact/hooks';
import { type CameBack, type TryMailPage, tryMail } from '../api/tryMail.ts';
import { LanguageMenu } from '../app/LanguageMenu.tsx';
import { ThemeMenu } from '../app/ThemeMenu.tsx';
import { wordsFor } from '../app/toasts.ts';
import { Brand } from '../parts/Brand.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { t } from '../text/text.ts';
import { Came } from './Came.tsx';
import { CUSTOMERS } from './customers.ts';
import { WriteForm } from './WriteForm.tsx';

const LOOK_EVERY_MS = 3_000;

/** To write to the centre as a customer, and to read what comes back. */
export function TryMailApp() {
  const [address, setAddress] = useState(CUSTOMERS[0]?.address ?? '');
  const [answered, setAnswered] = useState<CameBack>();
  const { page, problem, again } = useLooking(address);
  useEffect(() => {
    document.title = t('tryMail.title');
  });
  return (
    <div class="contact-page">
      <header class="contact-top">
        <Brand name="Ahoy" />
        <div class="top-end">
          <LanguageMenu />
          <ThemeMenu />
        </div>
      </header>
      <main class="try-mail">
        {problem !== undefined && <Refusal text={problem} again={again} />}
        {page === undefined && problem === undefined && <Skeleton lines={6} />}
        {page && !page.available && <NothingToTry />}
        {page?.available && (
          <>
            <h1>{t('tryMail.title')}</h1>
            <p class="secondary">{t('tryMail.lead')}</p>
            <WriteForm
              mailboxes={page.mailboxes}
              answered={answered}
              onAnewed={() => setAnswered(undefined)}
              onAddress={setAddress}
              onSent={() => {
                setAnswered(undefined);
                again();
              }}
            />
            <Came mails={page.mails} address={address} onAnswer={setAnswered} />
          </>
        )}
      </main>
    </div>
  );
}

function NothingToTry() {
  return (
    <div class="card" data-testid="try-none">
      <h1>
        <Icon name="info" /> {t('tryMail.noneTitle')}
      </h1>
      <p>{t('tryMail.none')}</p>
    </div>
  );
}

/** What came to an address, looked at every few seconds; what is shown stays while the server is away. */
function useLooking(address: string): { page?: TryMailPage; problem?: string; again: () => void } {
  const [page, setPage] = useState<TryMailPage>();
  const [problem, setProblem] = useState<string>();
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let here = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      try {
        const read = await tryMail.page(address);
        if (!here) return;
        setPage(read);
        setProblem(undefined);
      } catch (error) {
        if (here) setProblem(wordsFor(error));
      }
      if (here) timer = setTimeout(() => void look(), LOOK_EVERY_MS);
    };
    void look();
    return () => {
      here = false;
      clearTimeout(timer);
    };
  }, [address, asked]);
  return {
    ...(page === undefined ? {} : { page }),
    ...(problem === undefined ? {} : { problem }),
    again: () => setAsked((before) => before + 1),
  };
}
