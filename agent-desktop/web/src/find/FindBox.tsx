import type { Ref } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { RecordKind } from '../api/records.ts';
import { Icon } from '../parts/Icon.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { t } from '../text/text.ts';
import { type Hit, type HitKind, useArticlesFound, useFinding } from './finding.ts';
import { HitLine } from './HitLine.tsx';

/** One line of the list: something found, or making what was not. */
type Choice = { is: 'hit'; hit: Hit } | { is: 'create'; kind: RecordKind };

interface Properties {
  label: string;
  placeholder: string;
  kinds: readonly HitKind[];
  /** The id of what is at hand, which is not looked for. */
  except?: string | undefined;
  /** Kinds of which a new one can be made from the text typed. */
  creatable?: readonly RecordKind[];
  /** Shown while nothing is typed. */
  before?: readonly Hit[];
  field?: Ref<HTMLInputElement>;
  testId: string;
  shortcut?: string;
  onChoose: (hit: Hit) => void;
  onCreate?: (kind: RecordKind, text: string) => void;
}

/** Finds what is on record, and articles, while typing (ARIA pattern: combobox with a list). */
export function FindBox(properties: Properties) {
  const { label, placeholder, kinds, except, creatable = [], before = [], field, testId, shortcut } = properties;
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const finding = useFinding(text, kinds);
  const list = useId();
  const articles = useArticlesFound(text, kinds);
  const hits = finding.is === 'found' ? finding.hits.filter((hit) => hit.id !== except) : undefined;
  const choices = choicesOf(text, hits, before, creatable, articles);
  const shown = open && (choices.length > 0 || finding.is !== 'nothingAsked');
  useEffect(() => setAt(0), [finding]);

  const choose = (choice: Choice | undefined) => {
    if (choice === undefined) return;
    setText('');
    setOpen(false);
    if (choice.is === 'hit') properties.onChoose(choice.hit);
    else properties.onCreate?.(choice.kind, text.trim());
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const size = choices.length;
    if (event.key === 'ArrowDown' && size > 0) setAt(shown ? (at + 1) % size : at);
    else if (event.key === 'ArrowUp' && size > 0) setAt((at + size - 1) % size);
    else if (event.key === 'Enter' && shown) choose(choices[at]);
    else if (event.key === 'Escape' && text !== '') setText('');
    else return;
    if (event.key.startsWith('Arrow')) setOpen(true);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="search">
      <Icon name="search" />
      <input
        {...(field ? { ref: field } : {})}
        inputMode="search"
        role="combobox"
        aria-label={label}
        aria-expanded={shown}
        aria-controls={shown ? list : undefined}
        aria-autocomplete="list"
        aria-activedescendant={shown && choices.length > 0 ? `${list}-${at}` : undefined}
        placeholder={placeholder}
        autocomplete="off"
        spellcheck={false}
        data-testid={testId}
        value={text}
        onFocus={() => setOpen(true)}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setOpen(true);
        }}
        onKeyDown={onKey}
        onBlur={() => setOpen(false)}
      />
      {shortcut && <Kbd>{shortcut}</Kbd>}
      {shown && (
        <div class="search-list">
          {finding.is === 'failed' && (
            <p class="search-none refusal" role="alert">
              {finding.problem}
            </p>
          )}
          {finding.is === 'found' && hits?.length === 0 && (
            <p class="search-none secondary" role="status">
              {t(kinds.includes('articles') ? 'search.noRecord' : 'search.none', { text: finding.text })}
            </p>
          )}
          {finding.is === 'nothingAsked' && choices.length > 0 && text.trim() === '' && (
            <p class="search-none secondary">{t('search.recent')}</p>
          )}
          {choices.length > 0 && (
            <div role="listbox" id={list} aria-label={label}>
              {choices.map((choice, index) => (
                <div
                  key={choice.is === 'hit' ? choice.hit.id : choice.kind}
                  id={`${list}-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === at}
                  class={beginsArticles(choices, index) ? 'search-item search-part' : 'search-item'}
                  data-testid={choice.is === 'hit' ? 'search-result' : `search-create-${choice.kind}`}
                  onMouseDown={(event) => {
                    event.preventDefault();
                    choose(choice);
                  }}
                  onMouseEnter={() => setAt(index)}
                >
                  {choice.is === 'hit' ? (
                    <HitLine hit={choice.hit} />
                  ) : (
                    <span class="search-name">
                      <Icon name="plus" />
                      {t(`search.create.${choice.kind}`, { text: text.trim() })}
                    </span>
                  )}
                </div>
              ))}
            </div>
          )}
        </div>
      )}
    </div>
  );
}

function choicesOf(
  text: string,
  hits: readonly Hit[] | undefined,
  before: readonly Hit[],
  creatable: readonly RecordKind[],
  articles: readonly Hit[],
): Choice[] {
  const listed = text.trim() === '' ? before : (hits ?? []);
  const found = listed.map(hitChoice);
  if (hits === undefined) return found;
  // Behind what was found: whoever is on record should not be made a second time. Articles last: they may come later and move nothing.
  return [...found, ...creatable.map((kind): Choice => ({ is: 'create', kind })), ...articles.map(hitChoice)];
}

function beginsArticles(choices: readonly Choice[], index: number): boolean {
  return index > 0 && isArticle(choices[index]) && !isArticle(choices[index - 1]);
}

function isArticle(choice: Choice | undefined): boolean {
  return choice?.is === 'hit' && choice.hit.kind === 'articles';
}

function hitChoice(hit: Hit): Choice {
  return { is: 'hit', hit };
}
