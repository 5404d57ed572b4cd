import { Icon } from '../parts/Icon.tsx';
import { Menu, type MenuItem } from '../parts/Menu.tsx';
import { t } from '../text/text.ts';
import { openDialog } from './dialogs.ts';
import { go, onBoard } from './route.ts';
import { may, session, signOut } from './session.ts';

/** The person signed in: ways to other pages, and out. */
export function MeMenu() {
  const agent = session.value?.agent;
  if (agent === undefined) return null;
  const here = onBoard.value;
  const items: MenuItem[] = [];
  if (agent.role === 'SUPERVISOR') {
    items.push({
      id: here ? 'to-desktop' : 'to-board',
      label: (
        <>
          <Icon name={here ? 'phone' : 'board'} />
          {t(here ? 'nav.toDesktop' : 'nav.toBoard')}
        </>
      ),
      run: () => go(here ? '/' : '/board'),
    });
  }
  // On the desktop its navigation leads there.
  if (here && may('report.read')) {
    items.push({
      id: 'to-reports',
      label: (
        <>
          <Icon name="table" />
          {t('nav.reports')}
        </>
      ),
      run: () => go('/reports/mail'),
    });
  }
  items.push(
    {
      id: 'help',
      label: (
        <>
          <Icon name="help" />
          {t('keys.title')}
        </>
      ),
      run: () => openDialog('help'),
    },
    {
      id: 'sign-out',
      apart: true,
      label: (
        <>
          <Icon name="out" />
          {t('nav.signOut')}
        </>
      ),
      run: () => void signOut(),
    },
  );
  return (
    <Menu
      label={`${t('nav.me')}: ${agent.name}`}
      testId="me"
      end
      button={
        <>
          <Icon name="user" />
          <span class="me-name">{agent.name}</span>
          <Icon name="down" size={12} />
        </>
      }
      items={items}
    />
  );
}
