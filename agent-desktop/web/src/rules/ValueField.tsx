import { rules } from '../api/rules.ts';
import { useAnswer } from '../articles/useAnswer.ts';
import { segmentChoices } from '../records/choices.tsx';
import { LANGUAGES } from '../records/suggestions.ts';
import { t } from '../text/text.ts';
import type { Fact, Field } from './cel.ts';

const KINDS = ['HUMAN', 'AUTOMATIC', 'MAILING_LIST', 'CALENDAR', 'BOUNCE'] as const;
const FILE_TYPES = {
  'application/pdf': 'pdf',
  'image/': 'image',
  'audio/': 'audio',
  'video/': 'video',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'word',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'excel',
  'application/zip': 'zip',
  'message/rfc822': 'message',
} as const;

interface Properties {
  field: Exclude<Field, Fact>;
  value: string;
  onChange: (value: string) => void;
}

interface Choice {
  value: string;
  label: string;
}

/** Written, or chosen where only some values make sense. */
export function ValueField({ field, value, onChange }: Properties) {
  switch (field) {
    case 'subject':
    case 'text':
      return <Written value={value} onChange={onChange} />;
    case 'domain':
      // Addresses are compared in small letters, and people write the sign before the domain too.
      return <Written value={value} onChange={(text) => onChange(text.trim().toLowerCase().replace(/^@/, ''))} />;
    case 'from':
      return <Written value={value} onChange={(text) => onChange(text.trim().toLowerCase())} />;
    case 'mailbox':
      return <Mailbox value={value} onChange={onChange} />;
    case 'language':
      return <Chosen value={value} choices={LANGUAGES()} onChange={onChange} />;
    case 'segment':
      return <Chosen value={value} choices={segmentChoices(value)} onChange={onChange} />;
    case 'kind':
      return (
        <Chosen
          value={value}
          choices={KINDS.map((kind) => ({ value: kind, label: t(`mailKind.${kind}`) }))}
          onChange={onChange}
        />
      );
    case 'attachment':
      return (
        <Chosen
          value={value}
          choices={Object.entries(FILE_TYPES).map(([type, name]) => ({ value: type, label: t(`fileType.${name}`) }))}
          onChange={onChange}
        />
      );
  }
}

function Written({ value, onChange }: Omit<Properties, 'field'>) {
  return (
    <input
      aria-label={t('ruleEditor.value')}
      value={value}
      required
      autocomplete="off"
      data-testid="condition-value"
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function Mailbox({ value, onChange }: Omit<Properties, 'field'>) {
  const { answer } = useAnswer('mailboxes', rules.mailboxes);
  const choices = (answer ?? []).map(({ mailbox }) => ({ value: mailbox, label: mailbox }));
  return <Chosen value={value} choices={choices} onChange={onChange} />;
}

/** A value that is no longer among the choices stays one. */
function Chosen({ value, choices, onChange }: Omit<Properties, 'field'> & { choices: readonly Choice[] }) {
  const missing = value !== '' && !choices.some((one) => one.value === value);
  return (
    <select
      aria-label={t('ruleEditor.value')}
      value={value}
      required
      data-testid="condition-value"
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{t('ruleEditor.choose')}</option>
      {missing && <option value={value}>{value}</option>}
      {choices.map((one) => (
        <option key={one.value} value={one.value}>
          {one.label}
        </option>
      ))}
    </select>
  );
}
