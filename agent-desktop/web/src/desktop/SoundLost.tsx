import { phone } from '../app/workplace.ts';
import { Icon } from '../parts/Icon.tsx';
import { reattach, soundMissing } from '../phone/reattach.ts';
import { t } from '../text/text.ts';

/** The conversation goes on without this page's sound: says so, and offers to fetch it. */
export function SoundLost({ interaction }: { interaction: string }) {
  const made = phone.value;
  if (made === undefined) return null;
  if (made.callState.value === 'answering') {
    return (
      <div class="banner info inside" role="status">
        <Icon name="phone" />
        <span>{t('sound.connecting')}</span>
      </div>
    );
  }
  if (!soundMissing(made)) return null;
  return (
    <div class="banner error inside" role="alert">
      <Icon name="warning" />
      <span>{t('sound.lost')}</span>
      <button type="button" class="small" data-testid="reattach" onClick={() => void reattach(made, interaction)}>
        {t('sound.fetch')}
      </button>
    </div>
  );
}
