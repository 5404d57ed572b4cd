import { Icon } from '../parts/Icon.tsx';
import { Menu } from '../parts/Menu.tsx';
import { chosenLanguage, type Language, language, t } from '../text/text.ts';

/** Each language is named in itself, so that it is found by who needs it. */
const NAMES: Record<Language, string> = { en: 'English', zh: '中文' };

export function LanguageMenu() {
  const now = language.value;
  return (
    <Menu
      label={`${t('nav.language')}: ${NAMES[now]}`}
      testId="language"
      end
      button={
        <>
          <Icon name="globe" />
          <span lang={now === 'zh' ? 'zh-Hans' : 'en'}>{NAMES[now]}</span>
        </>
      }
      items={(Object.keys(NAMES) as Language[]).map((code) => ({
        id: code,
        label: <span lang={code === 'zh' ? 'zh-Hans' : 'en'}>{NAMES[code]}</span>,
        chosen: code === now,
        run: () => {
          chosenLanguage.value = code;
        },
      }))}
    />
  );
}
