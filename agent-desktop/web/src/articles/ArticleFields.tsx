import { useEffect, useRef, useState } from 'preact/hooks';
import type { Article, ArticleFile, Audience, TextDraft } from '../api/articles.ts';
import { session } from '../app/session.ts';
import { tellUndoable } from '../app/toasts.ts';
import { useKeys } from '../keys/keys.ts';
import { Kbd } from '../parts/Kbd.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { ChoiceField } from '../records/choices.tsx';
import { type Refused, saidAt } from '../records/refused.ts';
import { languageName } from '../text/format.ts';
import { t } from '../text/text.ts';
import { AUDIENCES } from './ArticleFilters.tsx';
import { attach } from './attaching.ts';
import { useCategories } from './categories.ts';
import { categoryChoices } from './categoryChoices.ts';
import { DayField } from './DayField.tsx';
import { AttachButton, FileList } from './FileList.tsx';
import { type ArticleForm, withPicture } from './form.ts';
import { LanguageTabs } from './LanguageTabs.tsx';
import { ownerName } from './owners.ts';
import { TextFields } from './TextFields.tsx';

interface Properties {
  article?: Article;
  form: ArticleForm;
  refused: Refused | undefined;
  busy: boolean;
  onChange: (form: ArticleForm) => void;
  onFiles: ((article: Article) => void) | undefined;
  /** While it is not saved. */
  onFirstFiles: (files: readonly File[], showPicture: (file: ArticleFile) => void) => void;
  onSave: () => void;
  onCancel: () => void;
}

/** Everything of an article, to write. What the server does not take is said where it stands. */
export function ArticleFields(properties: Properties) {
  const { article, form, refused, busy, onChange, onFiles, onFirstFiles, onSave, onCancel } = properties;
  const element = useRef<HTMLFormElement>(null);
  const body = useRef<HTMLTextAreaElement>(null);
  const [shown, setShown] = useState(form.texts[0]?.language ?? '');
  const text = form.texts.find((one) => one.language === shown) ?? form.texts[0];
  const { categories } = useCategories();
  useKeys([{ key: 'Enter', ctrl: true, inText: true, run: () => element.current?.requestSubmit() }]);
  useEffect(() => element.current?.querySelector<HTMLElement>('select, input')?.focus(), []);
  useEffect(() => {
    const [, wrong] = /^texts\.([^.]+)/.exec(refused?.field ?? '') ?? [];
    if (wrong !== undefined && form.texts.some((one) => one.language === wrong)) setShown(wrong);
    // Once the language it stands in is shown.
    if (refused !== undefined) {
      setTimeout(() => element.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
    }
  }, [refused]);
  const setText = (change: Partial<TextDraft>) =>
    onChange({ ...form, texts: form.texts.map((one) => (one === text ? { ...one, ...change } : one)) });
  // While a picture is on its way, writing goes on.
  const latest = useRef({ form, text });
  latest.current = { form, text };
  const showPicture = ({ id, name }: ArticleFile) => {
    const now = latest.current;
    const written = now.text?.body ?? '';
    const [from, to] = [body.current?.selectionStart ?? written.length, body.current?.selectionEnd ?? written.length];
    const shown = withPicture(written, from, to, name, id);
    onChange({
      ...now.form,
      texts: now.form.texts.map((one) => (one === now.text ? { ...one, body: shown } : one)),
    });
    body.current?.focus();
  };
  const paste = async (files: readonly File[]) => {
    if (article === undefined) {
      if (!busy) onFirstFiles(files, showPicture);
      return;
    }
    const attached = await attach(article.id, files);
    if (attached.length > 0) onFiles?.({ ...article, files: [...article.files, ...attached] });
    const picture = attached.find((one) => one.picture);
    if (picture) showPicture(picture);
  };
  const takeAway = (language: string) => {
    onChange({ ...form, texts: form.texts.filter((one) => one.language !== language) });
    tellUndoable(t('editor.languageRemoved', { language: languageName(language) }), () => onChange(form));
  };
  const me = session.value?.agent;
  return (
    <>
      <form
        ref={element}
        class="card record-form"
        aria-label={t(article ? 'editor.edit' : 'articles.new')}
        data-testid="article-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) onSave();
        }}
      >
        <h1>{t(article ? 'editor.edit' : 'articles.new')}</h1>
        {refused && <Refusal text={refused.words} />}
        <fieldset class="form-group">
          <legend>{t('editor.group.what')}</legend>
          <div class="form-grid">
            <ChoiceField
              name="category"
              label={t('articles.category')}
              value={form.category}
              choices={[
                ...(form.category === '' ? [{ value: '', label: t('editor.chooseCategory') }] : []),
                ...categoryChoices(categories),
              ]}
              said={saidAt(refused, 'category')}
              onChange={(category) => onChange({ ...form, category })}
            />
            <ChoiceField
              name="audience"
              label={t('articles.audience')}
              value={form.audience}
              choices={AUDIENCES.map((value) => ({ value, label: t(`audience.${value}`) }))}
              said={saidAt(refused, 'audience')}
              onChange={(audience) => onChange({ ...form, audience: audience as Audience })}
            />
            <ChoiceField
              name="owner"
              label={t('record.owner')}
              value={form.owner}
              choices={[...(me ? [me.id] : []), ...(form.owner === me?.id ? [] : [form.owner])].map((value) => ({
                value,
                label: ownerName(value, article ? [article.owner] : []),
              }))}
              said={saidAt(refused, 'owner')}
              onChange={(owner) => onChange({ ...form, owner })}
            />
            <DayField
              name="reviewAt"
              label={t('editor.reviewAt')}
              value={form.reviewAt}
              refused={refused}
              onInput={(reviewAt) => onChange({ ...form, reviewAt })}
            />
            <DayField
              name="expiresAt"
              label={t('editor.expiresAt')}
              value={form.expiresAt}
              refused={refused}
              onInput={(expiresAt) => onChange({ ...form, expiresAt })}
            />
          </div>
        </fieldset>
        <fieldset class="form-group">
          <legend>{t('editor.texts')}</legend>
          <LanguageTabs
            languages={form.texts.map((one) => one.language)}
            shown={text?.language ?? ''}
            onShow={setShown}
            onAdd={(language) => {
              onChange({ ...form, texts: [...form.texts, { language, title: '', summary: '', body: '' }] });
              setShown(language);
            }}
            onRemove={takeAway}
          />
          {saidAt(refused, 'texts') !== undefined && form.texts.length === 0 && (
            <p class="refusal">{t('editor.lastText')}</p>
          )}
          {text && (
            <TextFields
              key={text.language}
              text={text}
              article={article?.id}
              refused={refused}
              body={body}
              onChange={setText}
              onFiles={(files) => void paste(files)}
            />
          )}
        </fieldset>
        <div class="form-end">
          <button type="button" data-testid="cancel" onClick={onCancel}>
            {t('action.cancel')}
          </button>
          <button type="submit" class="primary" disabled={busy} data-testid="save">
            {t('action.save')}
            <Kbd>Ctrl ⏎</Kbd>
          </button>
        </div>
      </form>
      {article ? (
        <FileList article={article} onChanged={(changed) => onFiles?.(changed)} onShow={showPicture} />
      ) : (
        <section class="record-part" aria-labelledby="files-title">
          <h2 id="files-title">{t('files.title')}</h2>
          <p class="secondary">{t('files.saveFirst')}</p>
          <AttachButton onFiles={(files) => void paste(files)} />
        </section>
      )}
    </>
  );
}
