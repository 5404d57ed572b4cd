import type { ReadyText } from '../api/mail.ts';
import { Icon } from '../parts/Icon.tsx';
import { Menu } from '../parts/Menu.tsx';
import { t, title } from '../text/text.ts';

interface Properties {
  signatures: readonly ReadyText[];
  /** Puts another in the place of the one that is there; an empty text takes it away. */
  onChoose: (signature: string) => void;
}

/** Another signature than the one that an answer began with, or none. */
export function SignatureMenu({ signatures, onChoose }: Properties) {
  if (signatures.length === 0) return null;
  const none = { id: '', label: t('mail.signature.none'), apart: true, run: () => onChoose('') };
  const items = signatures.map(({ id, title: name, text }) => ({
    id,
    label: title(name, id),
    run: () => onChoose(text),
  }));
  return (
    <Menu
      label={t('mail.signature')}
      testId="mail-signature"
      buttonClass="small"
      button={
        <>
          <Icon name="pencil" />
          {t('mail.signature')}
          <Icon name="down" size={12} />
        </>
      }
      items={[...items, none]}
    />
  );
}
