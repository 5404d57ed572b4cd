import { effect } from '@preact/signals';
import { oneOf, setting } from '../app/setting.ts';

export type Theme = 'system' | 'light' | 'dark';

export const theme = setting<Theme>('theme', 'system', oneOf<Theme>('system', 'light', 'dark'));

/** The style sheets read `data-theme`; without it they follow the system. */
export function applyTheme(): void {
  effect(() => {
    if (theme.value === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme.value;
  });
}
