import { Desktop } from '../desktop/Desktop.tsx';
import { Later } from '../parts/Later.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { Toasts } from '../parts/Toasts.tsx';
import { NotAllowed } from './NotAllowed.tsx';
import { onBoard } from './route.ts';
import { SignIn } from './SignIn.tsx';
import { sessionState } from './session.ts';
import { Unexpected } from './Unexpected.tsx';
import { Unreachable } from './Unreachable.tsx';
import { WithFeed } from './WithFeed.tsx';

const loadBoard = () => import('../board/BoardPage.tsx').then((module) => module.BoardPage);

/** Chooses the page: who is signed in, and what the address names. */
export function App() {
  return (
    <Unexpected>
      <Page />
      <Toasts />
    </Unexpected>
  );
}

function Page() {
  const state = sessionState.value;
  switch (state.is) {
    case 'loading':
      return (
        <main class="sign-in">
          <Skeleton />
        </main>
      );
    case 'unreachable':
      return <Unreachable />;
    case 'signedOut':
      return <SignIn ended={state.ended} />;
    case 'signedIn':
      return (
        // A different person gets everything afresh.
        <WithFeed key={state.session.agent.id}>
          {onBoard.value ? <Board /> : <Desktop session={state.session} />}
        </WithFeed>
      );
  }
}

function Board() {
  const state = sessionState.value;
  const allowed = state.is === 'signedIn' && state.session.agent.role === 'SUPERVISOR';
  return allowed ? <Later load={loadBoard} /> : <NotAllowed />;
}
