import { LanguageMenu } from '../app/LanguageMenu.tsx';
import { MeMenu } from '../app/MeMenu.tsx';
import { follow } from '../app/route.ts';
import { session, zone } from '../app/session.ts';
import { ThemeMenu } from '../app/ThemeMenu.tsx';
import { Brand } from '../parts/Brand.tsx';
import { Icon } from '../parts/Icon.tsx';
import { clockTime } from '../text/format.ts';
import { t } from '../text/text.ts';
import { figuresAt } from './now.ts';

export function BoardHeader({ wall }: { wall: boolean }) {
  return (
    <header class="top">
      <Brand name={session.value?.centre.name ?? ''} />
      <h1 class="board-title">{t('board.title')}</h1>
      {wall ? (
        <WallClock />
      ) : (
        <div class="top-end">
          <a class="button quiet" href="/board?wall" onClick={follow} data-testid="wall-mode">
            <Icon name="screen" />
            {t('board.wall')}
          </a>
          <LanguageMenu />
          <ThemeMenu />
          <MeMenu />
        </div>
      )}
    </header>
  );
}

function WallClock() {
  return <span class="wall-clock figures">{clockTime(figuresAt.value, zone.value)}</span>;
}
