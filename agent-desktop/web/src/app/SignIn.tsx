import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../api/problem.ts';
import { tryMail } from '../api/tryMail.ts';
import { Brand } from '../parts/Brand.tsx';
import { Icon } from '../parts/Icon.tsx';
import { t } from '../text/text.ts';
import { LanguageMenu } from './LanguageMenu.tsx';
import { go, path } from './route.ts';
import { signIn } from './session.ts';
import { wordsFor } from './toasts.ts';

/** The first page. Supervisors go on to the board, unless they asked for another address. */
export function SignIn({ ended }: { ended: boolean }) {
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const [tries, setTries] = useState(false);
  useEffect(() => first.current?.focus(), []);
  useEffect(() => {
    // The way there is shown only where there is something to try.
    tryMail.page().then(
      ({ available }) => setTries(available),
      () => undefined,
    );
  }, []);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    setRefusal(undefined);
    try {
      const opened = await signIn(login.trim(), password);
      if (opened.agent.role === 'SUPERVISOR' && path.peek() === '/') go('/board');
    } catch (error) {
      setRefusal(words(error));
      setBusy(false);
    }
  };
  return (
    <main class="sign-in">
      <form class="card sign-in-card" onSubmit={submit} aria-busy={busy}>
        <h1>
          <Brand name="Ahoy" />
        </h1>
        <p class="secondary">{ended ? t('signIn.ended') : t('signIn.lead')}</p>
        <label class="field">
          <span>{t('signIn.login')}</span>
          <input
            ref={first}
            name="username"
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
            required
            data-testid="login"
            value={login}
            onInput={(event) => setLogin(event.currentTarget.value)}
          />
        </label>
        <label class="field">
          <span>{t('signIn.password')}</span>
          <input
            type="password"
            name="password"
            autocomplete="current-password"
            required
            data-testid="password"
            value={password}
            onInput={(event) => setPassword(event.currentTarget.value)}
          />
        </label>
        <div role="alert">
          {refusal !== undefined && (
            <p class="refusal" data-testid="sign-in-problem">
              <Icon name="warning" /> {refusal}
            </p>
          )}
        </div>
        <button type="submit" class="primary wide" disabled={busy} data-testid="sign-in">
          {t('signIn.submit')}
        </button>
      </form>
      <LanguageMenu />
      {tries && (
        <a href="/try-mail" data-testid="to-try-mail">
          {t('signIn.tryMail')}
        </a>
      )}
    </main>
  );
}

function words(error: unknown): string {
  if (error instanceof Problem && error.status === 401) return t('signIn.wrong');
  if (error instanceof Problem && error.status === 429) {
    return t('signIn.tooMany', { count: error.retryAfterSeconds ?? 60 });
  }
  return wordsFor(error);
}
