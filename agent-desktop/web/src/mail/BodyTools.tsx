import type { ComponentChildren } from 'preact';
import type { AnswerTexts } from '../api/mail.ts';
import { Icon } from '../parts/Icon.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { t } from '../text/text.ts';
import { SignatureMenu } from './SignatureMenu.tsx';
import type { CannedChoice } from './useCanned.ts';

interface Properties {
  texts: AnswerTexts;
  choice: CannedChoice;
  onSignature: (signature: string) => void;
  children?: ComponentChildren;
}

/** What can be put into the text, above it. */
export function BodyTools({ texts, choice, onSignature, children }: Properties) {
  return (
    <div class="mail-tools">
      {texts.canned.length > 0 && (
        <button
          type="button"
          class="small"
          title={t('mail.canned.tip')}
          data-testid="mail-canned"
          onClick={() => choice.open()}
        >
          <Icon name="list" />
          {t('mail.canned')}
          <Kbd>/</Kbd>
        </button>
      )}
      <SignatureMenu signatures={texts.signatures} onChoose={onSignature} />
      {children}
    </div>
  );
}
