import { useId } from 'preact/hooks';

interface Properties {
  name: string;
  label: string;
  /** As typed. */
  value: string;
  min?: number;
  max: number;
  step?: string;
  said: string | undefined;
  onInput: (value: string) => void;
}

/** A number from `min`, which is 0, to `max`; the browser lets nothing else be sent. */
export function NumberField({ name, label, value, min = 0, max, step = '1', said, onInput }: Properties) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="number"
        min={min}
        max={max}
        step={step}
        required
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
