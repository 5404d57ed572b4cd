import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { requests } from '../api/requests.ts';
import type { Customer } from '../api/types.ts';
import { tellProblem } from '../app/toasts.ts';
import { Icon } from '../parts/Icon.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { PhoneNumber } from '../parts/PhoneNumber.tsx';
import { t } from '../text/text.ts';
import { show } from './views.ts';

const ASK_AFTER_MS = 180;
const LETTERS_MIN = 2;

/** Finds customers by name or part of a number, while typing (ARIA pattern: combobox with a list). */
export function CustomerSearch() {
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly Customer[]>();
  const [at, setAt] = useState(0);
  const list = useId();
  const asked = useRef('');
  const field = useRef<HTMLInputElement>(null);
  const wanted = text.trim();

  useEffect(() => {
    asked.current = wanted;
    if (wanted.length < LETTERS_MIN) {
      setFound(undefined);
      return;
    }
    const timer = setTimeout(async () => {
      try {
        const answer = await requests.findCustomers(wanted);
        if (asked.current !== wanted) return;
        setFound(answer);
        setAt(0);
      } catch (error) {
        tellProblem(error);
      }
    }, ASK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [wanted]);

  const choose = (customer: Customer | undefined) => {
    if (customer === undefined) return;
    setText('');
    field.current?.blur();
    show.customer(customer.id);
  };
  const onKey = (event: KeyboardEvent) => {
    const size = found?.length ?? 0;
    if (event.key === 'ArrowDown' && size > 0) setAt((at + 1) % size);
    else if (event.key === 'ArrowUp' && size > 0) setAt((at + size - 1) % size);
    else if (event.key === 'Enter') choose(found?.[at]);
    else if (event.key === 'Escape' && text !== '') setText('');
    else return;
    event.preventDefault();
  };
  const open = found !== undefined;
  return (
    <div class="search">
      <Icon name="search" />
      <input
        ref={field}
        inputMode="search"
        role="combobox"
        aria-label={t('search.label')}
        aria-expanded={open}
        aria-controls={open ? list : undefined}
        aria-autocomplete="list"
        aria-activedescendant={open && found.length > 0 ? `${list}-${at}` : undefined}
        placeholder={t('search.placeholder')}
        autocomplete="off"
        spellcheck={false}
        data-testid="search"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKey}
        onBlur={() => setFound(undefined)}
      />
      <Kbd>/</Kbd>
      {open && (
        <div class="search-list" role="listbox" id={list} aria-label={t('search.label')}>
          {found.length === 0 && <p class="search-none secondary">{t('search.none', { text: wanted })}</p>}
          {found.map((customer, index) => (
            <div
              key={customer.id}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              class="search-item"
              data-testid="search-result"
              onMouseDown={(event) => {
                event.preventDefault();
                choose(customer);
              }}
              onMouseEnter={() => setAt(index)}
            >
              <span>{customer.name}</span>
              <PhoneNumber value={numberOf(customer)} />
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

function numberOf(customer: Customer): string {
  const points = customer.points ?? [];
  return (points.find((point) => point.primary) ?? points[0])?.value ?? '';
}
