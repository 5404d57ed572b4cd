import { LanguageMenu } from '../app/LanguageMenu.tsx';
import { MeMenu } from '../app/MeMenu.tsx';
import { session } from '../app/session.ts';
import { ThemeMenu } from '../app/ThemeMenu.tsx';
import { Brand } from '../parts/Brand.tsx';
import { GlobalSearch } from './GlobalSearch.tsx';
import { PhoneHealth } from './PhoneHealth.tsx';
import { StateMenu } from './StateMenu.tsx';

export function Header() {
  return (
    <header class="top">
      <Brand name={session.value?.centre.name ?? ''} />
      <StateMenu />
      <GlobalSearch />
      <div class="top-end">
        <PhoneHealth />
        <LanguageMenu />
        <ThemeMenu />
        <MeMenu />
      </div>
    </header>
  );
}
