import { useId } from 'preact/hooks';
import { type Refused, saidAt } from '../records/refused.ts';

interface Properties {
  /** As the server calls it. */
  name: string;
  label: string;
  value: string;
  refused: Refused | undefined;
  rows: number;
  onInput: (value: string) => void;
}

/** Text of several lines with its name, and with what the server had against it. */
export function LongField({ name, label, value, refused, rows, onInput }: Properties) {
  const id = useId();
  const said = saidAt(refused, name);
  return (
    <div class="field wide-field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        name={name}
        rows={rows}
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
