import { useState } from 'preact/hooks';
import { Icon } from '../parts/Icon.tsx';
import { t } from '../text/text.ts';
import { readAddresses } from './addresses.ts';

interface Properties {
  name: 'to' | 'cc';
  value: string;
  /** Sending was asked for: then it also says that nobody is named. */
  asked: boolean;
  onInput: (value: string) => void;
}

/** Addresses with commas between; what is none is named once the field is left. */
export function AddressField({ name, value, asked, onInput }: Properties) {
  const [left, setLeft] = useState(false);
  const { addresses, wrong } = readAddresses(value);
  const nobody = asked && name === 'to' && addresses.length === 0 && wrong.length === 0;
  const complains = (wrong.length > 0 && (left || asked)) || nobody;
  return (
    <div class="mail-field">
      <label for={`mail-${name}`}>{t(`mail.${name}`)}</label>
      <input
        id={`mail-${name}`}
        autocomplete="off"
        spellcheck={false}
        data-testid={`mail-${name}`}
        value={value}
        aria-invalid={complains}
        aria-describedby={complains ? `mail-${name}-wrong` : undefined}
        onFocus={() => setLeft(false)}
        onBlur={() => setLeft(true)}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {complains && (
        <p id={`mail-${name}-wrong`} class="refusal" role="alert" data-testid={`mail-${name}-wrong`}>
          <Icon name="warning" /> {nobody ? t('mail.nobody') : t('mail.noAddress', { text: wrong.join(', ') })}
        </p>
      )}
    </div>
  );
}
