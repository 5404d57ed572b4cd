import { useEffect, useState } from 'preact/hooks';
import { articles } from '../api/articles.ts';
import { tell, tellUndoable } from '../app/toasts.ts';
import { Icon } from '../parts/Icon.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { refusedBy } from '../records/refused.ts';
import { t } from '../text/text.ts';
import { useAnswer } from './useAnswer.ts';
import { lineOf, listsOf } from './wordLists.ts';

/** Words that mean the same, one line each, saved all together. */
export function SynonymTable() {
  const { answer, problem, again } = useAnswer('synonyms', articles.synonyms);
  const [lines, setLines] = useState<readonly string[]>();
  const [refused, setRefused] = useState<string>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (answer) setLines(answer.lists.map(lineOf));
  }, [answer]);
  const save = async () => {
    setBusy(true);
    setRefused(undefined);
    try {
      const kept = await articles.changeSynonyms(listsOf(lines ?? []));
      setLines(kept.lists.map(lineOf));
      tell(t('tend.synonymsSaved'));
    } catch (error) {
      setRefused(refusedBy(error).words);
    }
    setBusy(false);
  };
  return (
    <section class="record-part" aria-labelledby="synonyms-title" data-testid="synonyms">
      <h2 id="synonyms-title">{t('tend.synonyms')}</h2>
      <p class="secondary">{t('tend.synonymsLead')}</p>
      {problem !== undefined && <Refusal text={problem} again={again} />}
      {lines === undefined && problem === undefined && <Skeleton lines={3} />}
      {lines !== undefined && (
        <form
          class="rows"
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy) void save();
          }}
        >
          {refused !== undefined && <Refusal text={refused} />}
          {lines.map((line, at) => (
            <div key={at} class="field-row">
              <input
                aria-label={t('tend.synonymLine', { number: at + 1 })}
                value={line}
                data-testid="synonym-line"
                onInput={(event) => {
                  const written = event.currentTarget.value;
                  setLines(lines.map((one, index) => (index === at ? written : one)));
                }}
              />
              <button
                type="button"
                class="quiet square"
                aria-label={t('choice.remove', { name: line || t('tend.synonymLine', { number: at + 1 }) })}
                data-testid="synonym-remove"
                onClick={() => {
                  setLines(lines.filter((_, index) => index !== at));
                  tellUndoable(t('tend.lineRemoved'), () => setLines(lines));
                }}
              >
                <Icon name="bin" />
              </button>
            </div>
          ))}
          <div class="chips">
            <button type="button" data-testid="synonym-add" onClick={() => setLines([...lines, ''])}>
              <Icon name="plus" />
              {t('tend.addSynonyms')}
            </button>
            <button type="submit" class="primary" disabled={busy} data-testid="synonyms-save">
              {t('action.save')}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}
