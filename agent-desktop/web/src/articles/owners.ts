import type { Named } from '../api/types.ts';
import { session } from '../app/session.ts';
import { t } from '../text/text.ts';

/** Of who answers for an article, among those whose names are at hand: oneself, and who it is in each version. */
export function ownerName(id: string, known: readonly Named[]): string {
  const me = session.value?.agent;
  if (id === me?.id) return t('choice.me', { name: me.name });
  const name = known.find((one) => one.id === id)?.name ?? '';
  return name === '' ? t('choice.otherOwner') : name;
}
