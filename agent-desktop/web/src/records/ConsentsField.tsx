import type { Consent, PointKind } from '../api/types.ts';
import { serverNow } from '../feed/clock.ts';
import { Icon } from '../parts/Icon.tsx';
import { t } from '../text/text.ts';
import { ChoiceField } from './choices.tsx';
import { POINT_KINDS } from './PointsField.tsx';
import { type Refused, saidAt } from './refused.ts';
import { TextField } from './TextField.tsx';

interface Properties {
  consents: readonly Consent[];
  refused: Refused | undefined;
  onChange: (consents: readonly Consent[]) => void;
}

/** What somebody allowed or refused, for what and how, and where he said so. */
export function ConsentsField({ consents, refused, onChange }: Properties) {
  // What was said counts from when it was said.
  const now = () => new Date(serverNow()).toISOString();
  const set = (at: number, change: Partial<Consent>) =>
    onChange(consents.map((one, index) => (index === at ? { ...one, ...change } : one)));
  return (
    <div class="wide-field rows">
      {consents.map((consent, at) => (
        <div key={at} class="row" role="group" aria-label={t('consent.number', { number: at + 1 })}>
          <div class="row-line">
            <TextField
              name={`consents.${at}.purpose`}
              label={t('consent.purpose')}
              value={consent.purpose}
              refused={refused}
              onInput={(purpose) => set(at, { purpose })}
            />
            <ChoiceField
              name={`consents.${at}.channel`}
              label={t('consent.channel')}
              value={consent.channel}
              choices={POINT_KINDS.map((kind) => ({ value: kind, label: t(`pointKind.${kind}`) }))}
              said={saidAt(refused, `consents.${at}.channel`)}
              onChange={(channel) => set(at, { channel: channel as PointKind })}
            />
            <ChoiceField
              name={`consents.${at}.given`}
              label={t('consent.answer')}
              value={String(consent.given)}
              choices={[
                { value: 'true', label: t('consent.given') },
                { value: 'false', label: t('consent.refused') },
              ]}
              onChange={(given) => set(at, { given: given === 'true', at: now() })}
            />
            <TextField
              name={`consents.${at}.source`}
              label={t('consent.source')}
              value={consent.source}
              refused={refused}
              onInput={(source) => set(at, { source })}
            />
            <button
              type="button"
              class="quiet square"
              aria-label={t('choice.remove', { name: t('consent.number', { number: at + 1 }) })}
              onClick={() => onChange(consents.filter((_, index) => index !== at))}
            >
              <Icon name="bin" />
            </button>
          </div>
        </div>
      ))}
      <button
        type="button"
        class="row-add"
        data-testid="add-consent"
        onClick={() => onChange([...consents, { purpose: '', channel: 'EMAIL', given: true, at: now(), source: '' }])}
      >
        <Icon name="plus" />
        {t('consent.add')}
      </button>
    </div>
  );
}
