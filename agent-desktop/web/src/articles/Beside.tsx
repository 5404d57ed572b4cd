import { useEffect, useRef, useState } from 'preact/hooks';
import { articles, type Suggestion } from '../api/articles.ts';
import { wordsFor } from '../app/toasts.ts';
import { draft } from '../desktop/draft.ts';
import { live } from '../feed/picture.ts';
import { useKeys } from '../keys/keys.ts';
import { Icon } from '../parts/Icon.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { t } from '../text/text.ts';
import { Runs } from './Runs.tsx';
import { readBeside } from './reading.ts';
import { reasonWords } from './reasonWords.ts';
import { useArticleSearch } from './searching.ts';
import '../look/articles.css';

const FOUND_MAX = 8;

/** Articles that may help in the contact of now, and a search for what they lack. */
export function Beside() {
  const contact = live.value;
  return contact === undefined ? null : <Articles key={contact.id} interaction={contact.id} />;
}

function Articles({ interaction }: { interaction: string }) {
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useKeys([{ key: 'f', shift: false, run: () => field.current?.focus() }]);
  const { searching, finish, again } = useArticleSearch(text, {}, FOUND_MAX);
  const open = (article: string, language: string) => {
    finish();
    readBeside({ interaction, article, language });
  };
  return (
    <section class="beside" aria-labelledby="beside-title" data-testid="beside">
      <h3 id="beside-title">{t('beside.title')}</h3>
      <div class="search beside-search">
        <Icon name="search" />
        <input
          ref={field}
          type="search"
          aria-label={t('articles.search')}
          placeholder={t('articles.search')}
          autocomplete="off"
          data-testid="beside-search"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.isComposing) return;
            if (event.key === 'Enter') finish();
            else if (event.key === 'Escape' && text !== '') setText('');
            else return;
            event.preventDefault();
            event.stopPropagation();
          }}
          onBlur={finish}
        />
        {text === '' && <Kbd>F</Kbd>}
      </div>
      {searching.is === 'failed' && <Refusal text={searching.problem} again={again} />}
      {searching.is === 'found' && searching.hits.length === 0 && (
        <p class="secondary" role="status" data-testid="beside-none">
          {t('articles.none', { text: searching.text })}
        </p>
      )}
      {searching.is === 'found' && (
        <ul class="beside-list">
          {searching.hits.map((hit) => (
            <li key={hit.article} data-testid="beside-hit">
              <button type="button" class="beside-title" onClick={() => open(hit.article, hit.language)}>
                <span lang={hit.language}>
                  <Runs runs={hit.title} />
                </span>
              </button>
              {hit.excerpts[0] && (
                <p class="secondary" lang={hit.language}>
                  <Runs runs={hit.excerpts[0]} />
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {searching.is === 'nothingAsked' && <Suggestions interaction={interaction} onOpen={open} />}
    </section>
  );
}

interface SuggestionsProperties {
  interaction: string;
  onOpen: (article: string, language: string) => void;
}

function Suggestions({ interaction, onOpen }: SuggestionsProperties) {
  const [found, setFound] = useState<readonly Suggestion[]>();
  const [problem, setProblem] = useState<string>();
  const [asked, setAsked] = useState(0);
  // What is written about the contact says what it is about: once the server has it, the suggestions may be others.
  const saved = draft.value?.saved === 'saved' ? draft.value.note : undefined;
  useEffect(() => {
    let here = true;
    articles.suggestions(interaction).then(
      (page) => {
        if (!here) return;
        setFound(page.items);
        setProblem(undefined);
      },
      (error) => here && setProblem(wordsFor(error)),
    );
    return () => {
      here = false;
    };
  }, [interaction, saved, asked]);
  if (problem !== undefined) return <Refusal text={problem} again={() => setAsked(asked + 1)} />;
  if (found === undefined) return <Skeleton lines={3} />;
  if (found.length === 0) return <p class="secondary">{t('beside.none')}</p>;
  return (
    <ul class="beside-list" aria-label={t('beside.suggested')}>
      {found.map((one) => (
        <li key={one.article} data-testid="suggestion">
          <button
            type="button"
            class="beside-title"
            title={one.summary}
            onClick={() => onOpen(one.article, one.language)}
          >
            <span lang={one.language}>{one.title}</span>
          </button>
          <p class="secondary" data-testid="suggestion-why">
            {reasonWords(one.reasons)}
          </p>
        </li>
      ))}
    </ul>
  );
}
