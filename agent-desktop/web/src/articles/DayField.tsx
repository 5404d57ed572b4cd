import { useId } from 'preact/hooks';
import { type Refused, saidAt } from '../records/refused.ts';

interface Properties {
  /** As the server calls it. */
  name: string;
  label: string;
  /** `2026-01-31`, or empty. */
  value: string;
  refused: Refused | undefined;
  onInput: (value: string) => void;
}

/** A day, chosen in the browser's own calendar. */
export function DayField({ name, label, value, refused, onInput }: Properties) {
  const id = useId();
  const said = saidAt(refused, name);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="date"
        name={name}
        value={value}
        aria-invalid={said !== undefined}
        aria-describedby={said === undefined ? undefined : `${id}-said`}
        data-testid={`field-${name}`}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {said !== undefined && (
        <span id={`${id}-said`} class="refusal">
          {said}
        </span>
      )}
    </div>
  );
}
