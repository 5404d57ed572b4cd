import { type Theme, theme } from '../look/theme.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { Menu } from '../parts/Menu.tsx';
import { t } from '../text/text.ts';

const THEMES: readonly { is: Theme; icon: IconName }[] = [
  { is: 'system', icon: 'contrast' },
  { is: 'light', icon: 'sun' },
  { is: 'dark', icon: 'moon' },
];

export function ThemeMenu() {
  const now = theme.value;
  return (
    <Menu
      label={`${t('theme.title')}: ${t(`theme.${now}`)}`}
      testId="theme"
      buttonClass="quiet square"
      end
      button={<Icon name={THEMES.find((one) => one.is === now)?.icon ?? 'contrast'} />}
      items={THEMES.map(({ is, icon }) => ({
        id: `theme-${is}`,
        label: (
          <>
            <Icon name={icon} />
            {t(`theme.${is}`)}
          </>
        ),
        chosen: is === now,
        run: () => {
          theme.value = is;
        },
      }))}
    />
  );
}
