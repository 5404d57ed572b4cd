import { useState } from 'preact/hooks';
import { Dialog } from '../../parts/Dialog.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { t } from '../../text/text.ts';

interface Properties {
  loses: () => boolean;
  onPlain: () => void;
}

/** Back to plain text; where something is lost by it, not without a word. */
export function ToPlain({ loses, onPlain }: Properties) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <button
        type="button"
        class="small"
        title={t('mail.toPlain.tip')}
        data-testid="mail-to-plain"
        onClick={() => (loses() ? setAsking(true) : onPlain())}
      >
        <Icon name="pencil" />
        {t('mail.toPlain')}
      </button>
      {asking && (
        <Dialog title={t('mail.toPlain.title')} onClose={() => setAsking(false)} testId="mail-to-plain-dialog">
          <p>{t('mail.toPlain.loses')}</p>
          <div class="form-end">
            <button type="button" data-testid="mail-stay-rich" onClick={() => setAsking(false)}>
              {t('mail.toPlain.stay')}
            </button>
            <button type="button" class="primary" data-testid="mail-plain-anyway" onClick={onPlain}>
              {t('mail.toPlain')}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}
