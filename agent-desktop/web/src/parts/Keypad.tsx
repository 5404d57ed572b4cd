const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;
const LETTERS: Partial<Record<string, string>> = {
  2: 'ABC',
  3: 'DEF',
  4: 'GHI',
  5: 'JKL',
  6: 'MNO',
  7: 'PQRS',
  8: 'TUV',
  9: 'WXYZ',
};

export function isDialKey(key: string): boolean {
  return (KEYS as readonly string[]).includes(key);
}

/** The keys of a telephone. */
export function Keypad({ label, onKey }: { label: string; onKey: (key: string) => void }) {
  return (
    <fieldset class="keypad">
      <legend class="only-read">{label}</legend>
      {KEYS.map((key) => (
        <button key={key} type="button" data-testid={`key-${key}`} onClick={() => onKey(key)}>
          <span>{key}</span>
          <small aria-hidden="true">{LETTERS[key] ?? ''}</small>
        </button>
      ))}
    </fieldset>
  );
}
