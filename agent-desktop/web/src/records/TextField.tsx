import { useId } from 'preact/hooks';
import { type Refused, saidAt } from './refused.ts';
import type { Suggestion } from './suggestions.ts';

interface Properties {
  /** As the server calls it. */
  name: string;
  label: string;
  value: string;
  refused: Refused | undefined;
  hint?: string;
  required?: boolean;
  wide?: boolean;
  suggestions?: () => readonly Suggestion[];
  onInput: (value: string) => void;
}

/** A line of text with its name, and with what the server had against it. */
export function TextField({ name, label, value, refused, hint, required, wide, suggestions, onInput }: Properties) {
  const id = useId();
  const said = saidAt(refused, name);
  const more = said ?? hint;
  return (
    <div class={wide ? 'field wide-field' : 'field'}>
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        value={value}
        required={required}
        autocomplete="off"
        aria-invalid={said !== undefined}
        aria-describedby={more === undefined ? undefined : `${id}-more`}
        list={suggestions ? `${id}-list` : undefined}
        data-testid={`field-${name}`}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {more !== undefined && (
        <span id={`${id}-more`} class={said === undefined ? 'secondary' : 'refusal'}>
          {more}
        </span>
      )}
      {suggestions && (
        <datalist id={`${id}-list`}>
          {suggestions().map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </datalist>
      )}
    </div>
  );
}
