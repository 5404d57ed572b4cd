import { useEffect, useState } from 'preact/hooks';
import { cases } from '../api/cases.ts';
import type { Named } from '../api/types.ts';
import { t } from '../text/text.ts';
import { ChoiceField } from './choices.tsx';
import { type Refused, saidAt } from './refused.ts';

/** Agents whom a customer is never offered to. Who may not see the list of colleagues can still take names out. */
export function NeverOfferedField(properties: {
  agents: readonly Named[];
  refused: Refused | undefined;
  onChange: (agents: readonly Named[]) => void;
}) {
  const { agents, refused, onChange } = properties;
  const [colleagues, setColleagues] = useState<readonly Named[]>([]);
  useEffect(() => {
    let here = true;
    cases.colleagues().then(
      (found) => here && setColleagues(found),
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, []);
  const others = colleagues.filter((one) => !agents.some((chosen) => chosen.id === one.id));
  return (
    <div data-testid="never-offered">
      <ChoiceField
        name="neverOffered"
        label={t('record.neverOffered')}
        value=""
        choices={[{ value: '', label: t('never.add') }, ...others.map((one) => ({ value: one.id, label: one.name }))]}
        said={saidAt(refused, 'neverOffered')}
        onChange={(id) => {
          const chosen = others.find((one) => one.id === id);
          if (chosen !== undefined) onChange([...agents, { id: chosen.id, name: chosen.name }]);
        }}
      />
      {agents.length > 0 && (
        <ul class="chips">
          {agents.map((one) => (
            <li key={one.id} class="chip">
              {one.name}{' '}
              <button
                type="button"
                class="quiet"
                aria-label={t('never.remove', { name: one.name })}
                onClick={() => onChange(agents.filter((kept) => kept.id !== one.id))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
