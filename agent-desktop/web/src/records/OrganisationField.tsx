import type { Named } from '../api/types.ts';
import { FoundField } from '../find/FoundField.tsx';
import type { HitKind } from '../find/finding.ts';
import { t } from '../text/text.ts';

const ORGANISATIONS: readonly HitKind[] = ['organisations'];

interface Properties {
  name: string;
  label: string;
  value: Named | undefined;
  said?: string | undefined;
  onChange: (organisation: Named | undefined) => void;
}

/** Finds the organisation that something belongs to. */
export function OrganisationField({ name, label, value, said, onChange }: Properties) {
  return (
    <FoundField
      name={name}
      label={label}
      placeholder={t('choice.findOrganisation')}
      kinds={ORGANISATIONS}
      value={value}
      said={said}
      onChange={(hit) => onChange(hit && { id: hit.id, name: hit.name })}
    />
  );
}
