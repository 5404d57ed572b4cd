import { signal } from '@preact/signals';
import type { FeedMessage } from '../feed/messages.ts';
import { isKey, t } from '../text/text.ts';
import { loadSession } from './session.ts';
import { tell } from './toasts.ts';

export type Trouble = 'voice' | 'database';

/** What the server told to be down, until it tells otherwise. */
export const troubles = signal<ReadonlySet<Trouble>>(new Set());

const STANDING: Record<string, [Trouble, boolean]> = {
  voiceDown: ['voice', true],
  voiceUp: ['voice', false],
  databaseDown: ['database', true],
  databaseUp: ['database', false],
};

export function noticed({ code, params }: Extract<FeedMessage, { type: 'notice' }>): void {
  if (code === 'configChanged') {
    // Queues, break reasons and dispositions come with the session.
    void loadSession();
    return;
  }
  const standing = STANDING[code];
  if (standing) {
    const [trouble, down] = standing;
    const others = [...troubles.value].filter((one) => one !== trouble);
    troubles.value = new Set(down ? [...others, trouble] : others);
    if (down) return;
  }
  const key = `notice.${code}`;
  if (isKey(key)) tell(t(key, params));
}
