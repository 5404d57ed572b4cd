import type { RefObject } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { articles, type TextDraft } from '../api/articles.ts';
import { wordsFor } from '../app/toasts.ts';
import { latest } from '../find/finding.ts';
import { type Refused, saidAt } from '../records/refused.ts';
import { TextField } from '../records/TextField.tsx';
import { languageName } from '../text/format.ts';
import { t } from '../text/text.ts';
import { ArticleBody } from './ArticleBody.tsx';

const PREVIEW_AFTER_MS = 400;

interface Properties {
  text: TextDraft;
  article: string | undefined;
  refused: Refused | undefined;
  body: RefObject<HTMLTextAreaElement | null>;
  onChange: (change: Partial<TextDraft>) => void;
  /** Pasted or dropped into the text. */
  onFiles: (files: readonly File[]) => void;
}

/** The text of an article in one language, beside what it will look like. */
export function TextFields({ text, article, refused, body, onChange, onFiles }: Properties) {
  const id = useId();
  const at = `texts.${text.language}`;
  const said = saidAt(refused, `${at}.body`);
  const take = (event: Event, files: FileList | undefined) => {
    if (files === undefined || files.length === 0) return;
    event.preventDefault();
    onFiles([...files]);
  };
  return (
    <div class="text-fields">
      <TextField
        name={`${at}.title`}
        label={t('articles.name')}
        value={text.title}
        refused={refused}
        required
        wide
        onInput={(title) => onChange({ title })}
      />
      <TextField
        name={`${at}.summary`}
        label={t('editor.summary')}
        value={text.summary}
        refused={refused}
        hint={t('editor.summaryHint')}
        wide
        onInput={(summary) => onChange({ summary })}
      />
      <div class="field">
        <label for={id}>{t('editor.body')}</label>
        <textarea
          id={id}
          ref={body}
          class="markdown"
          rows={18}
          lang={text.language}
          value={text.body}
          aria-invalid={said !== undefined}
          aria-describedby={`${id}-more`}
          data-testid="field-body"
          onInput={(event) => onChange({ body: event.currentTarget.value })}
          onPaste={(event) => take(event, event.clipboardData?.files)}
          onDrop={(event) => take(event, event.dataTransfer?.files)}
        />
        <span id={`${id}-more`} class={said === undefined ? 'secondary' : 'refusal'}>
          {said ?? t('editor.bodyHint')}
        </span>
      </div>
      <Preview text={text} article={article} />
    </div>
  );
}

function Preview({ text, article }: { text: TextDraft; article: string | undefined }) {
  const [html, setHtml] = useState('');
  const [problem, setProblem] = useState<string>();
  const ask = useRef(latest((body: string) => articles.preview(body, article)));
  const { body } = text;
  useEffect(() => {
    if (body.trim() === '') {
      setHtml('');
      return;
    }
    let here = true;
    const timer = setTimeout(async () => {
      try {
        const made = await ask.current(body);
        if (!here || made === undefined) return;
        setHtml(made.html);
        setProblem(undefined);
      } catch (error) {
        if (here) setProblem(wordsFor(error));
      }
    }, PREVIEW_AFTER_MS);
    return () => {
      here = false;
      clearTimeout(timer);
    };
  }, [body]);
  return (
    <section class="preview" aria-label={t('editor.previewOf', { language: languageName(text.language) })}>
      <h2>{t('editor.preview')}</h2>
      <div class="preview-body" data-testid="preview">
        {problem !== undefined && <p class="refusal">{problem}</p>}
        {html === '' ? (
          <p class="secondary">{t('editor.nothingToShow')}</p>
        ) : (
          <ArticleBody html={html} lang={text.language} />
        )}
      </div>
    </section>
  );
}
