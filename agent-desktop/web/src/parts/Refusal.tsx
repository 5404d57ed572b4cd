import { t } from '../text/text.ts';
import { Icon } from './Icon.tsx';

/** What went wrong where something should stand, and a way to try again. */
export function Refusal({ text, again }: { text: string; again?: () => void }) {
  return (
    <div class="banner error inside" role="alert">
      <Icon name="warning" />
      <span>{text}</span>
      {again && (
        <button type="button" class="small" onClick={again}>
          {t('action.tryAgain')}
        </button>
      )}
    </div>
  );
}
